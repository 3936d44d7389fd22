package rapport.integrations.email;

import jakarta.mail.FetchProfile;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.integrations.connector.Access;
import rapport.integrations.connector.ConnectorDescription;
import rapport.integrations.connector.Days;
import rapport.integrations.connector.Page;
import rapport.integrations.connector.Reading;
import rapport.integrations.connector.Sides;
import rapport.integrations.connector.SignedIn;
import rapport.integrations.connector.SourceRecord;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the folders of a mailbox, message after message in the order of their numbers. */
@Component
public final class EmailConnector implements Reading {

  private static final int PAGE = 200;
  private static final String FOLDER = "INBOX";

  private final Clock clock;

  public EmailConnector(Clock clock) {
    this.clock = clock;
  }

  @Override
  public ConnectorDescription description() {
    return EmailDescription.IT;
  }

  @Override
  public Flux<String> feeds(Access access) {
    return Flux.fromIterable(folders(access));
  }

  private static List<String> folders(Access access) {
    return access
        .setting("folders")
        .orElse(FOLDER)
        .lines()
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  @Override
  public Mono<SignedIn> test(Access access) {
    return Mailbox.in(
        access,
        store -> {
          var counts = new ArrayList<String>();
          for (var name : folders(access)) {
            try (var folder = Mailbox.folder(store, name)) {
              counts.add(name + " has " + folder.getMessageCount() + " messages");
            }
          }
          return new SignedIn("Signed in; " + String.join(", ", counts) + ".", mailbox(access));
        });
  }

  private static String mailbox(Access access) {
    return (access.needed("user") + " at " + access.needed("host")).toLowerCase(Locale.ROOT);
  }

  @Override
  public Mono<Page> read(Access access, String feed, @Nullable String cursor) {
    var sides = Sides.of(access.setting("ourDomains").orElse("")).with(access.needed("user"));
    var letters = new Letter(access.connection(), sides);
    var from = clock.instant().minus(Days.of(access));
    return Mailbox.in(access, store -> page(store, feed, Spot.read(cursor), letters, from));
  }

  private static Page page(Store store, String name, Spot spot, Letter letters, Instant from)
      throws MessagingException {
    try (var folder = Mailbox.folder(store, name)) {
      var here = spot.in(folder.getUIDValidity());
      var next = next(folder);
      var to = here.uid() + PAGE;
      var found = messages(folder, here.uid() + 1, to);
      var records = new ArrayList<SourceRecord>();
      for (var message : found) {
        var received = message.getReceivedDate();
        var record =
            received != null && received.toInstant().isBefore(from)
                ? null
                : letters.record(message);
        if (record != null) {
          records.add(record);
        }
      }
      var last = Math.min(to, next - 1);
      var more = last < next - 1;
      return new Page(records, here.at(last).cursor(), more, null, null);
    }
  }

  /** The number the next message will have; not every server says it. */
  private static long next(IMAPFolder folder) throws MessagingException {
    var said = folder.getUIDNext();
    if (said > 0) {
      return said;
    }
    var count = folder.getMessageCount();
    return count == 0 ? 1 : folder.getUID(folder.getMessage(count)) + 1;
  }

  /** Those with numbers in that range, as they are numbered. */
  private static List<IMAPMessage> messages(IMAPFolder folder, long from, long to)
      throws MessagingException {
    var messages = folder.getMessagesByUID(from, to);
    var profile = new FetchProfile();
    profile.add(FetchProfile.Item.ENVELOPE);
    profile.add(FetchProfile.Item.CONTENT_INFO);
    for (var header :
        List.of("References", "List-Id", "List-Unsubscribe", "Auto-Submitted", "Precedence")) {
      profile.add(header);
    }
    folder.fetch(messages, profile);
    return Arrays.stream(messages)
        .filter(message -> message != null && !message.isExpunged())
        .map(IMAPMessage.class::cast)
        .toList();
  }
}
