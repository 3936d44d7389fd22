package rapport.profile.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.FieldCaptured;
import rapport.contracts.ConversationEvent.FieldCleared;
import rapport.contracts.ConversationEvent.FieldCorrected;
import rapport.contracts.ConversationEvent.FieldParked;
import rapport.contracts.ConversationEvent.FieldReset;
import rapport.contracts.ConversationEvent.FieldRestored;
import rapport.contracts.ConversationEvent.FlowMigrated;
import rapport.contracts.ConversationEvent.ItemAdded;
import rapport.contracts.ConversationEvent.ItemMoved;
import rapport.contracts.ConversationEvent.ItemRemoved;
import rapport.contracts.Envelope;
import rapport.contracts.FieldValue;

/**
 * One line of a record's history: a reader sees another value than before. A row counts as a field,
 * {@code buying_stages[s2]}, whose value is its position from 0: it has none before it is added and
 * after it is removed. Rows that only make room for another are not told of.
 *
 * @param from what was seen before; none when the field was empty
 * @param to what is seen now; none when the field is empty
 * @param cause how it came about
 * @param source who and from which words, when the change was somebody's own
 * @param rev the conversation's revision; changes of one event have different paths
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
    UNDO,
    /** The conversation goes on with another version of its flow. */
    MIGRATION;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A row of a repeat group. */
  private record Row(String group, String item) {
    String path() {
      return group + "[" + item + "]";
    }

    @Nullable FieldValue position(ConversationRecord record) {
      return record.rows().position(group, item);
    }
  }

  /** What the event changed, a row before its fields, these in the order of their paths. */
  static List<FieldChange> between(
      ConversationRecord before, ConversationRecord after, Envelope<ConversationEvent> envelope) {
    var changes = new ArrayList<FieldChange>();
    var row = row(envelope.event());
    if (row != null && !Objects.equals(row.position(before), row.position(after))) {
      changes.add(change(row.path(), row.position(before), row.position(after), envelope));
    }
    for (var path : after.fields().differingFrom(before.fields())) {
      changes.add(change(path, before.value(path), after.value(path), envelope));
    }
    return changes;
  }

  private static FieldChange change(
      String path,
      @Nullable FieldValue from,
      @Nullable FieldValue to,
      Envelope<ConversationEvent> envelope) {
    var source = source(envelope.event());
    return new FieldChange(
        path,
        from,
        to,
        cause(envelope.event(), source),
        source,
        envelope.rev(),
        envelope.at().truncatedTo(ChronoUnit.MILLIS),
        envelope.id());
  }

  private static @Nullable Row row(ConversationEvent event) {
    if (event instanceof ItemAdded(var group, var item, _, _)) {
      return new Row(group, item);
    }
    if (event instanceof ItemMoved(var group, var item, _, _)) {
      return new Row(group, item);
    }
    return event instanceof ItemRemoved(var group, var item, _) ? new Row(group, item) : null;
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
    if (event instanceof ItemAdded(_, _, _, var source)) {
      return source;
    }
    if (event instanceof ItemMoved(_, _, _, var source)) {
      return source;
    }
    if (event instanceof ItemRemoved(_, _, var source)) {
      return source;
    }
    return event instanceof FieldCleared(_, _, var source) ? source : null;
  }

  private static Cause cause(
      ConversationEvent event, ConversationEvent.@Nullable Provenance source) {
    if (event instanceof FieldReset) {
      return Cause.UNDO;
    }
    if (event instanceof FlowMigrated) {
      return Cause.MIGRATION;
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
