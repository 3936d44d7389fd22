package rapport.profile.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.AgentJoined;
import rapport.contracts.ConversationEvent.AgentLeft;
import rapport.contracts.ConversationEvent.AgentReplied;
import rapport.contracts.ConversationEvent.ClarificationAsked;
import rapport.contracts.ConversationEvent.ColleagueCalled;
import rapport.contracts.ConversationEvent.ControlAnswered;
import rapport.contracts.ConversationEvent.ControlReopened;
import rapport.contracts.ConversationEvent.DigressionHandled;
import rapport.contracts.ConversationEvent.EmailCaptured;
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
import rapport.contracts.ConversationEvent.IntentAssessed;
import rapport.contracts.ConversationEvent.ItemAdded;
import rapport.contracts.ConversationEvent.ItemMoved;
import rapport.contracts.ConversationEvent.ItemRemoved;
import rapport.contracts.ConversationEvent.LanguageChanged;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.contracts.ConversationEvent.ModeSwitched;
import rapport.contracts.ConversationEvent.NextSessionRequested;
import rapport.contracts.ConversationEvent.PersonaAssessed;
import rapport.contracts.ConversationEvent.PhaseCompleted;
import rapport.contracts.ConversationEvent.PhaseEntered;
import rapport.contracts.ConversationEvent.PhaseReopened;
import rapport.contracts.ConversationEvent.QuestionAnswered;
import rapport.contracts.ConversationEvent.QuestionAsked;
import rapport.contracts.ConversationEvent.QuestionLeftOpen;
import rapport.contracts.ConversationEvent.QuestionWithdrawn;
import rapport.contracts.ConversationEvent.ReplyProduced;
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
 * What a conversation has filled in so far.
 *
 * @param id the conversation's id
 * @param flow the conversation's flow; none before it began
 * @param createdBy who began it, when known
 * @param lastUpdatedAt when a value, a row or the status changed last, to the millisecond; none
 *     before it began
 */
public record ConversationRecord(
    String id,
    @Nullable String flow,
    Status status,
    @Nullable String createdBy,
    @Nullable Instant lastUpdatedAt,
    Fields fields,
    Rows rows) {

  /** A conversation nothing is known of. */
  public static ConversationRecord none(String id) {
    return new ConversationRecord(id, null, Status.IN_PROGRESS, null, null, Fields.NONE, Rows.NONE);
  }

  /** Whether it is a record of this kind, which has at least begun. */
  public boolean isA(RecordKind kind) {
    return kind.flow().equals(flow);
  }

  /** Whether it will never be a record of this kind: its conversation is of another flow. */
  public boolean isOtherThan(RecordKind kind) {
    return flow != null && !isA(kind);
  }

  /** The value a reader sees at this path; none when the field is open, parked or passed over. */
  public @Nullable FieldValue value(String path) {
    return fields.value(path);
  }

  /** The record after one more event of its conversation. */
  public ConversationRecord apply(Envelope<ConversationEvent> envelope) {
    if (flow == null) {
      return envelope.event() instanceof SessionStarted started ? begun(started, envelope) : this;
    }
    var next = evolve(envelope);
    return next.readsAs(this) ? next : next.updatedAt(envelope.at());
  }

  private boolean readsAs(ConversationRecord before) {
    return status == before.status
        && rows.equals(before.rows)
        && fields.differingFrom(before.fields).isEmpty();
  }

  private ConversationRecord evolve(Envelope<ConversationEvent> envelope) {
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
          with(path, field -> field.reset(SourcedValue.ofNullable(value, source, envelope), rev));
      case ItemAdded(var group, var item, var at, _) -> with(fields, rows.with(group, item, at));
      case ItemMoved(var group, var item, var at, _) -> with(fields, rows.moved(group, item, at));
      case ItemRemoved(var group, var item, _) ->
          with(fields.without(group, item), rows.without(group, item));
      case FlowMigrated migrated -> migrated(new Migration(migrated));
      case SessionCompleted _ -> with(Status.COMPLETED);
      case SessionResumed _ -> with(Status.IN_PROGRESS);
      case SessionStarted _, NextSessionRequested _, LanguageChanged _ -> this;
      case PhaseEntered _, PhaseCompleted _, PhaseReopened _ -> this;
      case QuestionAsked _, QuestionWithdrawn _, RevisitRequested _ -> this;
      case FieldRejected _, FieldSuggested _, SuggestionDismissed _, FieldConflicted _ -> this;
      case ClarificationAsked _ -> this;
      case ControlAnswered _, ControlReopened _, DigressionHandled _ -> this;
      case SummaryRequested _, SummaryProduced _, SummaryOutdated _ -> this;
      case MessageReceived _, TurnUndone _ -> this;
      case ModeSwitched _, PersonaAssessed _, IntentAssessed _, EmailCaptured _ -> this;
      case QuestionAnswered _, QuestionLeftOpen _, ReplyProduced _ -> this;
      case ColleagueCalled _, AgentJoined _, AgentReplied _, AgentLeft _ -> this;
    };
  }

  private ConversationRecord begun(SessionStarted started, Envelope<?> envelope) {
    return new ConversationRecord(
            id, started.flow(), Status.IN_PROGRESS, started.startedBy(), null, fields, rows)
        .updatedAt(envelope.at());
  }

  private ConversationRecord migrated(Migration migration) {
    return with(fields.migrated(migration), rows.migrated(migration));
  }

  private ConversationRecord with(String path, UnaryOperator<Field> change) {
    return with(fields.with(path, change), rows);
  }

  private ConversationRecord with(Fields newFields, Rows newRows) {
    return new ConversationRecord(id, flow, status, createdBy, lastUpdatedAt, newFields, newRows);
  }

  private ConversationRecord with(Status changed) {
    return new ConversationRecord(id, flow, changed, createdBy, lastUpdatedAt, fields, rows);
  }

  /** Stores keep milliseconds; cutting here makes a fold from the store equal to one in memory. */
  private ConversationRecord updatedAt(Instant at) {
    return new ConversationRecord(
        id, flow, status, createdBy, at.truncatedTo(ChronoUnit.MILLIS), fields, rows);
  }
}
