package rapport.integrations.email;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;
import rapport.contracts.IntegrationEvent.InteractionSeen;
import rapport.contracts.IntegrationEvent.Person;
import rapport.contracts.IntegrationEvent.Source;
import rapport.integrations.connector.Excerpt;
import rapport.integrations.connector.Sides;
import rapport.integrations.connector.SourceRecord;

/**
 * Messages in our words.
 *
 * @param connection whose they are
 * @param sides whose addresses are ours
 */
record Letter(String connection, Sides sides) {

  private static final String OBJECT = "message";

  /** One more than is kept, so that it shows whether the last character is whole. */
  private static final int LONGEST = Excerpt.LONGEST + 1;

  private static final int DEEPEST = 5;
  private static final int MOST_PEOPLE = 50;

  /** The message as a record; null when a machine wrote it, or nobody. */
  @Nullable SourceRecord record(IMAPMessage message) throws MessagingException {
    if (isOfMachines(message)) {
      return null;
    }
    var people = people(message);
    if (people.isEmpty()) {
      return null;
    }
    var received = time(message);
    var id = id(message, received);
    var source =
        new Source(
            connection, "email", OBJECT, id, Long.toString(received.toEpochMilli()), null, null);
    var outbound = people.getFirst().side().equals("ours");
    var event =
        new InteractionSeen(
            source,
            "email",
            Sides.isInternal(people) ? "internal" : outbound ? "outbound" : "inbound",
            received.toString(),
            message.getSubject(),
            text(message),
            people,
            thread(message, id),
            null);
    return new SourceRecord(OBJECT, id, received.toEpochMilli(), event);
  }

  private static boolean isOfMachines(Message message) throws MessagingException {
    var automatic = first(message, "Auto-Submitted");
    var precedence = first(message, "Precedence");
    return first(message, "List-Id") != null
        || first(message, "List-Unsubscribe") != null
        || (automatic != null && !automatic.equalsIgnoreCase("no"))
        || (precedence != null && precedence.toLowerCase(Locale.ROOT).matches("bulk|junk|list"));
  }

  private static @Nullable String first(Message message, String name) throws MessagingException {
    var values = message.getHeader(name);
    return values == null || values.length == 0 ? null : values[0].strip();
  }

  /** Whoever wrote it first. */
  private List<Person> people(Message message) throws MessagingException {
    var people = new ArrayList<Person>();
    add(people, message.getFrom());
    add(people, message.getRecipients(Message.RecipientType.TO));
    add(people, message.getRecipients(Message.RecipientType.CC));
    return people;
  }

  private void add(List<Person> people, Address @Nullable [] addresses) {
    for (var address : addresses == null ? new Address[0] : addresses) {
      if (people.size() < MOST_PEOPLE
          && address instanceof InternetAddress it
          && it.getAddress() != null
          && it.getAddress().indexOf('@') > 0) {
        people.add(sides.person(null, it.getPersonal(), it.getAddress()));
      }
    }
  }

  private static Instant time(Message message) throws MessagingException {
    Date received = message.getReceivedDate();
    Date sent = message.getSentDate();
    return received != null
        ? received.toInstant()
        : sent == null ? Instant.EPOCH : sent.toInstant();
  }

  /** The Message-ID; for one without, what else tells it from others. */
  private static String id(IMAPMessage message, Instant received) throws MessagingException {
    var id = message.getMessageID();
    if (id != null && !id.isBlank()) {
      return id.strip();
    }
    var froms = message.getFrom();
    var from = froms == null || froms.length == 0 ? "" : froms[0].toString();
    return "none-" + hash(received + "\n" + from + "\n" + message.getSubject());
  }

  /** The first message of the talk. */
  private static String thread(IMAPMessage message, String id) throws MessagingException {
    var references = first(message, "References");
    if (references != null && !references.isBlank()) {
      return firstWord(references);
    }
    var answered = message.getInReplyTo();
    return answered == null || answered.isBlank() ? id : firstWord(answered);
  }

  private static String firstWord(String words) {
    return words.strip().replaceFirst("(?s)\\s.*", "");
  }

  /** Nothing of a message that is not well made; what breaks off is read again. */
  private static @Nullable String text(Message message) throws MessagingException {
    try {
      var part = plain(message, 0);
      return part == null ? null : read(part);
    } catch (IOException | MessagingException e) {
      if (!message.getFolder().isOpen()) {
        throw new MessagingException("the folder was closed", e);
      }
      return null;
    }
  }

  private static @Nullable Part plain(Part part, int deep) throws MessagingException, IOException {
    if (part.isMimeType("text/plain")) {
      return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) ? null : part;
    }
    if (part.isMimeType("multipart/*")
        && deep < DEEPEST
        && part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        var found = plain(parts.getBodyPart(i), deep + 1);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /** As much as is kept, and no more. */
  private static @Nullable String read(Part part) throws MessagingException, IOException {
    try (var stream = part.getInputStream();
        var reader = new InputStreamReader(stream, charset(part))) {
      var kept = new char[LONGEST];
      int filled = 0;
      int more = reader.read(kept, 0, LONGEST);
      while (more > 0) {
        filled += more;
        more = filled < LONGEST ? reader.read(kept, filled, LONGEST - filled) : 0;
      }
      var text = Excerpt.of(new String(kept, 0, filled)).replace("\r\n", "\n").strip();
      return text.isEmpty() ? null : text;
    }
  }

  private static Charset charset(Part part) throws MessagingException {
    try {
      var type = new ContentType(part.getContentType());
      var name = type.getParameter("charset");
      return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
    } catch (IllegalArgumentException | ParseException _) {
      return StandardCharsets.UTF_8;
    }
  }

  private static String hash(String text) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java knows SHA-256", e);
    }
  }
}
