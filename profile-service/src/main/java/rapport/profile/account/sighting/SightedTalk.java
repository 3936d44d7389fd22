package rapport.profile.account.sighting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rapport.contracts.IntegrationEvent.CaseSeen;
import rapport.contracts.IntegrationEvent.InteractionSeen;
import rapport.contracts.IntegrationEvent.Source;
import rapport.contracts.IntegrationEvent.UsageSeen;
import rapport.profile.account.AccountState;
import rapport.profile.account.Contact;
import rapport.profile.account.InteractionDetails;
import rapport.profile.account.Report;
import rapport.profile.account.api.Ids;

/** Talks, requests for help and use of the product as accounts have them. */
final class SightedTalk {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.:@/+=-]{1,200}");
  private static final int MOST = 100;

  private SightedTalk() {}

  /** Its id within its system, in letters that ids of ours may have. */
  static String externalId(Source source) {
    return ID.matcher(source.record()).matches()
        ? source.record()
        : Ids.of("x", source.object(), source.record());
  }

  static InteractionDetails interaction(AccountState state, InteractionSeen seen, Instant now) {
    var addresses = Wanted.addresses(seen);
    var contacts =
        state.contacts().values().stream()
            .filter(contact -> addresses.contains(contact.details().email()))
            .map(Contact::id)
            .limit(MOST)
            .toList();
    var link = seen.source().url();
    return new InteractionDetails(
        seen.source().system(),
        externalId(seen.source()),
        channel(seen.channel()),
        Fit.time(seen.at(), now),
        seen.direction().equals("inbound") ? "inbound" : "outbound",
        contacts,
        ours(seen),
        false,
        null,
        Fit.text(seen.subject(), 500),
        Fit.text(seen.text(), 20_000),
        null,
        null,
        link != null && link.matches("https?://.*") ? Fit.text(link, 2_000) : null,
        List.of());
  }

  private static List<String> ours(InteractionSeen seen) {
    return seen.participants().stream()
        .filter(person -> person.side().equals("ours"))
        .map(person -> Fit.text(person.email() == null ? person.name() : person.email(), 200))
        .flatMap(Stream::ofNullable)
        .distinct()
        .limit(MOST)
        .toList();
  }

  private static String channel(String channel) {
    return switch (channel) {
      case "email", "call", "meeting" -> channel;
      case "chat" -> "message";
      default -> "event";
    };
  }

  static Report.Ticket ticket(CaseSeen seen, Instant now) {
    var opened = Fit.time(seen.openedAt(), now);
    var closed = seen.status().equals("closed") ? Fit.time(seen.closedAt(), now) : null;
    BigDecimal noDeadline = null;
    return new Report.Ticket(
        externalId(seen.source()),
        seen.priority().matches("p[1-4]") ? seen.priority() : "p3",
        opened,
        closed != null && closed.isBefore(opened) ? opened : closed,
        noDeadline,
        null,
        Fit.text(seen.subject(), 500));
  }

  static Report.Usage usage(UsageSeen seen) {
    var features = seen.coreFeatures();
    return new Report.Usage(
        LocalDate.parse(seen.day()),
        seen.activeUsers(),
        seen.weeklyActiveUsers(),
        seen.seats(),
        seen.coreFeaturesUsed(),
        features == null || features == 0 ? null : features);
  }
}
