package rapport.integrations.outbound;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;

/** Something to be sent. */
public sealed interface Message {

  /** The connection to send it through; none means the only one there is for such messages. */
  @Nullable String connection();

  /**
   * Words in a channel of a chat.
   *
   * @param channel its id or name over there
   * @param thread the message to answer, by its id over there
   */
  record Chat(@Nullable String connection, String channel, String text, @Nullable String thread)
      implements Message {}

  /**
   * An e-mail.
   *
   * @param html the same as a page; none when there is only the text
   * @param inReplyTo the Message-ID it answers
   */
  record Mail(
      @Nullable String connection,
      List<String> to,
      List<String> cc,
      String subject,
      String text,
      @Nullable String html,
      @Nullable String inReplyTo)
      implements Message {
    public Mail {
      to = List.copyOf(to);
      cc = List.copyOf(cc);
    }
  }

  /**
   * A record that the CRM is to have like this.
   *
   * @param kind {@code lead}, {@code contact}, {@code account} or {@code task}
   * @param rapportId our id of it, which the CRM keeps and is found by
   * @param fields by the CRM's own names; fields that are not among them stay as they are
   */
  record CrmUpsert(
      @Nullable String connection, String kind, String rapportId, Map<String, FieldValue> fields)
      implements Message {
    public CrmUpsert {
      fields = Map.copyOf(fields);
    }
  }
}
