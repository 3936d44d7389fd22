package rapport.health.usage;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.contracts.ConversationEvent.SessionCompleted;
import rapport.contracts.ConversationEvent.SessionResumed;
import rapport.contracts.ConversationEvent.SessionStarted;
import rapport.contracts.Envelope;

/**
 * What one conversation adds to the days it ran on. Days are those of UTC.
 *
 * @param startedOn the day it began
 * @param completedOn the day it was completed, as long as nobody resumed it
 * @param turns messages of the person by day; one that was taken back was use all the same
 */
public record ConversationUsage(
    @Nullable LocalDate startedOn,
    @Nullable LocalDate completedOn,
    SortedMap<LocalDate, Long> turns) {

  /** A conversation nothing is known of. */
  public static final ConversationUsage NONE = new ConversationUsage(null, null, new TreeMap<>());

  public ConversationUsage {
    turns = Collections.unmodifiableSortedMap(new TreeMap<>(turns));
  }

  /** The usage after one more event of the conversation; most events leave it as it is. */
  public ConversationUsage apply(Envelope<ConversationEvent> envelope) {
    var day = LocalDate.ofInstant(envelope.at(), ZoneOffset.UTC);
    var event = envelope.event();
    if (event instanceof SessionStarted) {
      return new ConversationUsage(day, completedOn, turns);
    }
    if (event instanceof SessionCompleted) {
      return new ConversationUsage(startedOn, day, turns);
    }
    if (event instanceof SessionResumed) {
      return new ConversationUsage(startedOn, null, turns);
    }
    if (event instanceof MessageReceived) {
      var more = new TreeMap<>(turns);
      more.merge(day, 1L, Long::sum);
      return new ConversationUsage(startedOn, completedOn, more);
    }
    return this;
  }

  /** Every day this conversation adds something to. */
  public SortedMap<LocalDate, DayUsage> byDay() {
    var days = new TreeMap<LocalDate, DayUsage>();
    turns.forEach((day, count) -> add(days, day, new DayUsage(0, 0, count)));
    if (startedOn != null) {
      add(days, startedOn, new DayUsage(1, 0, 0));
    }
    if (completedOn != null) {
      add(days, completedOn, new DayUsage(0, 1, 0));
    }
    return days;
  }

  private static void add(SortedMap<LocalDate, DayUsage> days, LocalDate day, DayUsage usage) {
    days.merge(day, usage, DayUsage::plus);
  }
}
