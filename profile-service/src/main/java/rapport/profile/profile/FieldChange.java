package rapport.profile.profile;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.FieldCaptured;
import rapport.contracts.ConversationEvent.FieldCleared;
import rapport.contracts.ConversationEvent.FieldCorrected;
import rapport.contracts.ConversationEvent.FieldParked;
import rapport.contracts.ConversationEvent.FieldReset;
import rapport.contracts.ConversationEvent.FieldRestored;
import rapport.contracts.Envelope;
import rapport.contracts.FieldValue;

/**
 * One line of a profile's history: a reader sees another value than before.
 *
 * @param from what was seen before; none when the field was empty
 * @param to what is seen now; none when the field is empty
 * @param cause how it came about
 * @param source who and from which words, when the change was somebody's own
 * @param rev the conversation's revision, which no other change of it has
 * @param at when, to the millisecond
 */
public record FieldChange(
    String path,
    @Nullable FieldValue from,
    @Nullable FieldValue to,
    Cause cause,
    ConversationEvent.@Nullable Provenance source,
    long rev,
    Instant at,
    String eventId) {

  /** How a change came about. */
  public enum Cause {
    /** Understood from a message. */
    CHAT,
    /** Typed or picked in the panel. */
    PANEL,
    /** Known before the conversation began. */
    PREFILL,
    /** Written by Rapport itself. */
    GENERATED,
    /** The field stopped or began to apply after a change of branch. */
    BRANCH,
    /** A message was taken back. */
    UNDO;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static List<FieldChange> between(
      CustomerProfile before, CustomerProfile after, Envelope<ConversationEvent> envelope) {
    var source = source(envelope.event());
    return after.differsIn(before).stream()
        .map(path ->
            new FieldChange(
                path,
                before.value(path),
                after.value(path),
                cause(envelope.event(), source),
                source,
                envelope.rev(),
                envelope.at().truncatedTo(ChronoUnit.MILLIS),
                envelope.id()))
        .toList();
  }

  private static ConversationEvent.@Nullable Provenance source(ConversationEvent event) {
    if (event instanceof FieldCaptured(_, _, var source)) {
      return source;
    }
    if (event instanceof FieldCorrected(_, _, _, var source)) {
      return source;
    }
    if (event instanceof FieldReset(_, _, var source)) {
      return source;
    }
    return event instanceof FieldCleared(_, _, var source) ? source : null;
  }

  private static Cause cause(
      ConversationEvent event, ConversationEvent.@Nullable Provenance source) {
    if (event instanceof FieldReset) {
      return Cause.UNDO;
    }
    if (source == null) {
      return event instanceof FieldParked || event instanceof FieldRestored
          ? Cause.BRANCH
          : Cause.CHAT; // skipping and not knowing are said
    }
    return switch (source.by()) {
      case CHAT -> Cause.CHAT;
      case PANEL -> Cause.PANEL;
      case PREFILL -> Cause.PREFILL;
      case GENERATED -> Cause.GENERATED;
    };
  }
}
