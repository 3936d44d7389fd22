package rapport.lead.session;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.contracts.ConversationEvent.SessionCompleted;
import rapport.contracts.ConversationEvent.SessionResumed;
import rapport.contracts.ConversationEvent.SessionStarted;
import rapport.contracts.ConversationEvent.TurnUndone;
import rapport.contracts.Envelope;

/**
 * One conversation, as the judgement about a lead needs it. Times are to the millisecond.
 *
 * @param flow what it is about; none before it began
 * @param lastMessageAt when the person said something last
 * @param turns messages of the person that were not taken back
 */
public record Session(
    String id,
    @Nullable String flow,
    @Nullable Instant startedAt,
    @Nullable Instant lastMessageAt,
    int turns,
    boolean completed) {

  /** A conversation nothing is known of. */
  public static Session none(String id) {
    return new Session(id, null, null, null, 0, false);
  }

  /** The session after one more event of its conversation; most events leave it as it is. */
  public Session apply(Envelope<ConversationEvent> envelope) {
    var at = envelope.at().truncatedTo(ChronoUnit.MILLIS);
    var event = envelope.event();
    if (event instanceof SessionStarted started) {
      return new Session(id, started.flow(), at, lastMessageAt, turns, false);
    }
    if (event instanceof MessageReceived) {
      return new Session(id, flow, startedAt, at, turns + 1, completed);
    }
    if (event instanceof TurnUndone) {
      return new Session(id, flow, startedAt, lastMessageAt, Math.max(0, turns - 1), completed);
    }
    if (event instanceof SessionCompleted || event instanceof SessionResumed) {
      var done = event instanceof SessionCompleted;
      return new Session(id, flow, startedAt, lastMessageAt, turns, done);
    }
    return this;
  }
}
