package rapport.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event with what travels around it.
 *
 * @param id unique for this event, the same on every delivery
 * @param workspace whose it is
 * @param stream the aggregate the event belongs to, such as a conversation's id
 * @param rev the event's revision in its stream, dense from 1
 * @param at when it happened
 * @param cause the input that led to it, such as a message id
 * @param traceparent the W3C trace context of that input
 */
public record Envelope<E>(
    String id,
    String workspace,
    String stream,
    long rev,
    Instant at,
    @Nullable String cause,
    @Nullable String traceparent,
    E event) {

  public Envelope {
    if (rev < 1) {
      throw new IllegalArgumentException("revisions start at 1");
    }
  }

  /** The Kafka key: order holds per stream. */
  public String key() {
    return workspace + "/" + stream;
  }
}
