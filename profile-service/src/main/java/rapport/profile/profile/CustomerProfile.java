package rapport.profile.profile;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.ControlAnswered;
import rapport.contracts.ConversationEvent.ControlReopened;
import rapport.contracts.ConversationEvent.DigressionHandled;
import rapport.contracts.ConversationEvent.FieldCaptured;
import rapport.contracts.ConversationEvent.FieldCleared;
import rapport.contracts.ConversationEvent.FieldConflicted;
import rapport.contracts.ConversationEvent.FieldCorrected;
import rapport.contracts.ConversationEvent.FieldParked;
import rapport.contracts.ConversationEvent.FieldRejected;
import rapport.contracts.ConversationEvent.FieldReset;
import rapport.contracts.ConversationEvent.FieldRestored;
import rapport.contracts.ConversationEvent.FieldSkipped;
import rapport.contracts.ConversationEvent.FieldSuggested;
import rapport.contracts.ConversationEvent.FieldUnknown;
import rapport.contracts.ConversationEvent.FlowMigrated;
import rapport.contracts.ConversationEvent.ItemAdded;
import rapport.contracts.ConversationEvent.ItemMoved;
import rapport.contracts.ConversationEvent.ItemRemoved;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.contracts.ConversationEvent.NextSessionRequested;
import rapport.contracts.ConversationEvent.PhaseCompleted;
import rapport.contracts.ConversationEvent.PhaseEntered;
import rapport.contracts.ConversationEvent.PhaseReopened;
import rapport.contracts.ConversationEvent.QuestionAsked;
import rapport.contracts.ConversationEvent.QuestionWithdrawn;
import rapport.contracts.ConversationEvent.RevisitRequested;
import rapport.contracts.ConversationEvent.SessionCompleted;
import rapport.contracts.ConversationEvent.SessionResumed;
import rapport.contracts.ConversationEvent.SessionStarted;
import rapport.contracts.ConversationEvent.SuggestionDismissed;
import rapport.contracts.ConversationEvent.SummaryOutdated;
import rapport.contracts.ConversationEvent.SummaryProduced;
import rapport.contracts.ConversationEvent.SummaryRequested;
import rapport.contracts.ConversationEvent.TurnUndone;
import rapport.contracts.Envelope;
import rapport.contracts.FieldValue;

/**
 * A customer profile as far as its conversation has come. A conversation of another flow folds into
 * one that {@linkplain #exists() does not exist}.
 *
 * @param id the conversation's id
 * @param flow the conversation's flow; none before it began
 * @param createdBy who began it, when known
 * @param lastUpdatedAt when a value or the status changed last, to the millisecond
 * @param fields every field touched so far, by path
 */
public record CustomerProfile(
    String id,
    @Nullable String flow,
    Status status,
    @Nullable String createdBy,
    @Nullable Instant lastUpdatedAt,
    SortedMap<String, Field> fields) {

  /** The flow whose conversations build customer profiles. */
  public static final String FLOW = "customer-profile";

  public CustomerProfile {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
  }

  /** A conversation nothing is known of. */
  public static CustomerProfile none(String id) {
    return new CustomerProfile(id, null, Status.IN_PROGRESS, null, null, new TreeMap<>());
  }

  public boolean exists() {
    return FLOW.equals(flow);
  }

  /** The values a reader sees, by path. */
  public Map<String, SourcedValue> shown() {
    var shown = new LinkedHashMap<String, SourcedValue>();
    fields.forEach((path, field) -> {
      var value = field.shown();
      if (value != null) {
        shown.put(path, value);
      }
    });
    return shown;
  }

  /** The value a reader sees at this path; none when the field is open, parked or passed over. */
  public @Nullable FieldValue value(String path) {
    var shown = fields.getOrDefault(path, Field.UNTOUCHED).shown();
    return shown == null ? null : shown.value();
  }

  /** The profile after one more event of its conversation. */
  public CustomerProfile apply(Envelope<ConversationEvent> envelope) {
    if (flow == null) {
      return envelope.event() instanceof SessionStarted started ? begun(started, envelope) : this;
    }
    if (!exists()) {
      return this;
    }
    var next = evolve(envelope);
    var changed = next.status != status || !next.differsIn(this).isEmpty();
    return changed ? next.updatedAt(envelope.at()) : next;
  }

  /** The paths at which a reader of {@code before} saw another value. */
  List<String> differsIn(CustomerProfile before) {
    return fields.keySet().stream()
        .filter(path -> !Objects.equals(value(path), before.value(path)))
        .toList();
  }

  private CustomerProfile evolve(Envelope<ConversationEvent> envelope) {
    var rev = envelope.rev();
    return switch (envelope.event()) {
      case FieldCaptured(var path, var value, var source) ->
          with(path, field -> field.filled(SourcedValue.of(value, source, envelope), rev));
      case FieldCorrected(var path, _, var value, var source) ->
          with(path, field -> field.filled(SourcedValue.of(value, source, envelope), rev));
      case FieldCleared(var path, _, _) -> with(path, it -> it.empty(Field.Status.OPEN, rev));
      case FieldSkipped(var path) -> with(path, it -> it.empty(Field.Status.SKIPPED, rev));
      case FieldUnknown(var path) -> with(path, it -> it.empty(Field.Status.UNKNOWN, rev));
      case FieldParked(var path) -> with(path, field -> field.aside(rev));
      case FieldRestored(var path, var value) -> with(path, it -> it.restored(value, rev));
      case FieldReset(var path, var value, var source) ->
          with(
              path,
              field ->
                  value == null
                      ? field.empty(Field.Status.OPEN, rev)
                      : field.filled(SourcedValue.of(value, source, envelope), rev));
      case SessionCompleted _ -> with(Status.COMPLETED);
      case SessionResumed _ -> with(Status.IN_PROGRESS);
      case SessionStarted _, NextSessionRequested _ -> this;
      case PhaseEntered _, PhaseCompleted _, PhaseReopened _ -> this;
      case QuestionAsked _, QuestionWithdrawn _, RevisitRequested _ -> this;
      case FieldRejected _, FieldSuggested _, SuggestionDismissed _, FieldConflicted _ -> this;
      case ControlAnswered _, ControlReopened _, DigressionHandled _ -> this;
      case SummaryRequested _, SummaryProduced _, SummaryOutdated _ -> this;
      case MessageReceived _, TurnUndone _ -> this;
      case ItemAdded _, ItemRemoved _, ItemMoved _ -> this;
      case FlowMigrated _ -> this;
    };
  }

  private CustomerProfile begun(SessionStarted started, Envelope<?> envelope) {
    return new CustomerProfile(
            id, started.flow(), Status.IN_PROGRESS, started.startedBy(), null, fields)
        .updatedAt(envelope.at());
  }

  private CustomerProfile with(String path, UnaryOperator<Field> change) {
    var changed = new TreeMap<>(fields);
    changed.put(path, change.apply(fields.getOrDefault(path, Field.UNTOUCHED)));
    return new CustomerProfile(id, flow, status, createdBy, lastUpdatedAt, changed);
  }

  private CustomerProfile with(Status changed) {
    return new CustomerProfile(id, flow, changed, createdBy, lastUpdatedAt, fields);
  }

  /** Stores keep milliseconds; cutting here makes a fold from the store equal to one in memory. */
  private CustomerProfile updatedAt(Instant at) {
    return new CustomerProfile(
        id, flow, status, createdBy, at.truncatedTo(ChronoUnit.MILLIS), fields);
  }
}
