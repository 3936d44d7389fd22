package rapport.runtime.outbox;

import java.time.Instant;
import java.util.List;
import rapport.contracts.WireMessage;

/**
 * What one write of a service tells the world.
 *
 * @param id of the stored document
 * @param streamKey {@code workspace/stream}, the Kafka key of its messages
 * @param lastRev the greatest revision among its messages
 * @param at when it was stored
 * @param messages in the order of their revisions
 */
public record OutboxEntry(
    String id, String streamKey, long lastRev, Instant at, List<WireMessage> messages) {
  public OutboxEntry {
    messages = List.copyOf(messages);
  }
}
