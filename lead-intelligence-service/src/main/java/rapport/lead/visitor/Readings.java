package rapport.lead.visitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.LeadEvent.Evidence;
import rapport.contracts.LeadEvent.Reason;

/**
 * What was read in a visitor's messages, the earliest first.
 *
 * @param lastMessageAt when the last message came, whether it was read or not
 */
public record Readings(List<Reading> all, @Nullable Instant lastMessageAt) {

  private static final int MOST = 60;

  /** Nothing yet. */
  static final Readings NONE = new Readings(List.of(), null);

  public Readings {
    all = List.copyOf(all);
  }

  /** The oldest of very many fall together into one, so that a visitor's document stays small. */
  Readings and(Reading reading, Instant at) {
    var more = new ArrayList<>(all);
    more.add(reading);
    if (more.size() > MOST) {
      var first = more.removeFirst();
      more.set(0, Earlier.together(first, more.getFirst()));
    }
    return new Readings(more, at);
  }

  /** The same, after a message that was not read. */
  Readings at(Instant lastMessageAt) {
    return new Readings(all, lastMessageAt);
  }

  Readings without(String messageId) {
    return new Readings(
        all.stream().filter(reading -> !reading.messageId().equals(messageId)).toList(),
        lastMessageAt);
  }

  Stream<Evidence> evidence() {
    return all.stream().flatMap(reading -> reading.evidence().stream());
  }

  /** What speaks for meaning to buy, message by message. */
  List<List<Reason>> reasons() {
    return all.stream().map(Reading::reasons).toList();
  }
}
