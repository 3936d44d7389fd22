package rapport.profile.record;

import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.contracts.Envelope;
import rapport.contracts.FieldValue;

/** A value and where it comes from, when that is known. */
public record SourcedValue(FieldValue value, @Nullable Provenance provenance) {

  static SourcedValue of(
      FieldValue value,
      ConversationEvent.@Nullable Provenance source,
      Envelope<ConversationEvent> envelope) {
    return new SourcedValue(value, source == null ? null : Provenance.of(source, envelope));
  }

  static @Nullable SourcedValue ofNullable(
      @Nullable FieldValue value,
      ConversationEvent.@Nullable Provenance source,
      Envelope<ConversationEvent> envelope) {
    return value == null ? null : of(value, source, envelope);
  }
}
