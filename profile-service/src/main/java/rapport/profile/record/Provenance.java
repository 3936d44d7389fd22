package rapport.profile.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.contracts.Envelope;
import rapport.contracts.Origin;

/**
 * Where a value of a record comes from.
 *
 * @param by which hand wrote it
 * @param actor the user or visitor, when known
 * @param quote the words it was understood from, when from chat
 * @param confidence how sure, from 0 to 1
 * @param at when it was said or written, to the millisecond
 * @param eventId the published event that brought it
 */
public record Provenance(
    Origin by,
    @Nullable String actor,
    @Nullable String quote,
    double confidence,
    Instant at,
    String eventId) {

  static Provenance of(ConversationEvent.Provenance source, Envelope<?> envelope) {
    return new Provenance(
        source.by(),
        source.actor(),
        source.quote(),
        source.confidence(),
        envelope.at().truncatedTo(ChronoUnit.MILLIS),
        envelope.id());
  }
}
