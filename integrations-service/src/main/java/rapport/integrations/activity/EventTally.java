package rapport.integrations.activity;

import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import rapport.contracts.ConversationEvent;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.EventCodec;

/** How often each type of event happened, by its name on the wire. */
public record EventTally(SortedMap<String, EventCount> counts) {

  public static final EventTally NONE = new EventTally(new TreeMap<>());

  private static final EventCodec<ConversationEvent> CODEC =
      new EventCodec<>(EventCatalog.CONVERSATION);

  public EventTally {
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }

  /** The tally after one more event. */
  public EventTally apply(Envelope<ConversationEvent> envelope) {
    var name = CODEC.nameOf(envelope.event());
    var once = new EventCount(1, envelope.at().truncatedTo(ChronoUnit.MILLIS));
    return plus(new EventTally(new TreeMap<>(Map.of(name, once))));
  }

  /** Both tallies together. */
  public EventTally plus(EventTally other) {
    var sum = new TreeMap<>(counts);
    other.counts.forEach((name, count) -> sum.merge(name, count, EventCount::plus));
    return new EventTally(sum);
  }
}
