package rapport.health.funnel;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import rapport.contracts.ItemPath;

/**
 * How far one conversation has come through its flow. Times are to the millisecond.
 *
 * @param flow what it is about; none before it began
 * @param locale the language it is held in, a BCP 47 tag
 * @param lastAt when anything happened in it last
 * @param completions when it was completed
 * @param completed whether it is so still, and nobody resumed it
 * @param phase the phase it is in, or was in last
 * @param pending the fields of the question that waits for an answer
 * @param phases every phase it met, in the order it met them
 * @param fields every field and control something happened to, in the order that began
 */
public record ConversationProgress(
    @Nullable String flow,
    @Nullable String locale,
    @Nullable Instant startedAt,
    @Nullable Instant lastAt,
    Marks completions,
    boolean completed,
    @Nullable String phase,
    List<String> pending,
    Map<String, PhaseProgress> phases,
    Map<String, FieldProgress> fields) {

  /** A conversation nothing is known of. */
  public static final ConversationProgress NONE =
      new ConversationProgress(
          null, null, null, null, Marks.NONE, false, null, List.of(), Map.of(), Map.of());

  public ConversationProgress {
    pending = List.copyOf(pending);
    phases = Collections.unmodifiableMap(new LinkedHashMap<>(phases));
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** The progress after one more event of the conversation. */
  public ConversationProgress apply(Envelope<ConversationEvent> envelope) {
    var at = envelope.at().truncatedTo(ChronoUnit.MILLIS);
    return seen(at).evolve(envelope.event(), new Mark(at, envelope.cause()));
  }

  /** How it stands; a conversation that comes back is no longer abandoned. */
  public Standing standing(Instant now, Duration abandonedAfter) {
    if (completed) {
      return Standing.COMPLETED;
    }
    return lastAt == null || lastAt.plus(abandonedAfter).isAfter(now)
        ? Standing.OPEN
        : Standing.ABANDONED;
  }

  /** From its start to its first completion; none while it is not completed. */
  @Nullable Duration took() {
    var end = completions.first();
    return startedAt == null || end == null || !completed ? null : Duration.between(startedAt, end);
  }

  /** What the pending question still waits for; all of it when it only asks to look again. */
  List<String> awaited() {
    var open = pending.stream().filter(path -> field(path).open()).toList();
    return open.isEmpty() ? pending : open;
  }

  /** The phases it came to, be it only to find nothing left to ask in them. */
  Set<String> reached() {
    var reached = new HashSet<String>();
    phases.forEach((id, progress) -> {
      if (id.equals(phase) || progress.entered().any() || progress.completed()) {
        reached.add(id);
      }
    });
    return reached;
  }

  private FieldProgress field(String path) {
    return fields.getOrDefault(path, FieldProgress.NONE);
  }

  private ConversationProgress evolve(ConversationEvent event, Mark mark) {
    return switch (event) {
      case SessionStarted(var name, _, var language, _, _) -> started(name, language, mark.at());
      case SessionCompleted _ -> completed(completions.plus(mark), true);
      case SessionResumed _ -> completed(completions, false);
      case PhaseEntered(var id) -> in(id).phase(id, it -> it.enter(mark));
      case PhaseCompleted(var id) -> phase(id, it -> it.complete(mark));
      case PhaseReopened(var id) -> phase(id, PhaseProgress::reopen);
      case QuestionAsked(var paths, _) -> asked(paths, mark);
      case QuestionWithdrawn _ -> pending(List.of());
      case FieldCaptured(var path, _, var source) -> field(path, it -> it.filled(source, mark));
      case FieldCorrected(var path, _, _, var by) -> field(path, it -> it.corrected(by, mark));
      case FieldCleared(var path, _, var source) -> field(path, it -> it.cleared(source, mark));
      case FieldSkipped(var path) -> field(path, it -> it.passed(Outcome.SKIPPED, mark));
      case FieldUnknown(var path) -> field(path, it -> it.passed(Outcome.UNKNOWN, mark));
      case FieldRejected(var path, _, _) -> field(path, it -> it.rejected(mark));
      case ControlAnswered(var id, _, var source) -> field(id, it -> it.filled(source, mark));
      case ControlReopened(var id) -> field(id, FieldProgress::reopened);
      case FieldReset(var path, var value, var source) ->
          field(path, it -> value == null ? it.reopened() : it.reset(source));
      case ItemAdded(var group, var item, _, _) -> row(group, item, FieldProgress::broughtBack);
      case ItemRemoved(var group, var item, _) -> row(group, item, FieldProgress::taken);
      case TurnUndone(var messageId) -> undone(messageId);
      case FlowMigrated migrated -> migrated(new Migration(migrated));
      // What was answered in a branch that was left was answered all the same.
      case FieldParked _, FieldRestored _, ItemMoved _ -> this;
      case FieldSuggested _, SuggestionDismissed _, FieldConflicted _ -> this;
      case ClarificationAsked _ -> this;
      case MessageReceived _, DigressionHandled _, RevisitRequested _ -> this;
      case SummaryRequested _, SummaryProduced _, SummaryOutdated _ -> this;
      case NextSessionRequested _ -> this;
      // A conversation counts in the language it began in.
      case LanguageChanged _ -> this;
      case ModeSwitched _, PersonaAssessed _, IntentAssessed _, EmailCaptured _ -> this;
      case QuestionAnswered _, QuestionLeftOpen _, ReplyProduced _ -> this;
      case ColleagueCalled _, AgentJoined _, AgentReplied _, AgentLeft _ -> this;
    };
  }

  private ConversationProgress seen(Instant at) {
    var latest = lastAt == null || at.isAfter(lastAt) ? at : lastAt;
    return new ConversationProgress(
        flow, locale, startedAt, latest, completions, completed, phase, pending, phases, fields);
  }

  private ConversationProgress started(String name, String language, Instant at) {
    return new ConversationProgress(
        name, language, at, lastAt, completions, completed, phase, pending, phases, fields);
  }

  private ConversationProgress completed(Marks all, boolean stands) {
    return new ConversationProgress(
        flow, locale, startedAt, lastAt, all, stands, phase, pending, phases, fields);
  }

  private ConversationProgress in(String current) {
    return new ConversationProgress(
        flow, locale, startedAt, lastAt, completions, completed, current, pending, phases, fields);
  }

  private ConversationProgress asked(List<String> paths, Mark mark) {
    var next = pending(paths);
    for (var path : paths) {
      next = next.field(path, it -> it.ask(phase, mark));
    }
    return next;
  }

  private ConversationProgress pending(List<String> paths) {
    return with(paths, phases, fields);
  }

  private ConversationProgress phase(String id, UnaryOperator<PhaseProgress> change) {
    var changed = new LinkedHashMap<>(phases);
    changed.put(id, change.apply(phases.getOrDefault(id, PhaseProgress.NONE)));
    return with(pending, changed, fields);
  }

  private ConversationProgress field(String path, UnaryOperator<FieldProgress> change) {
    var changed = new LinkedHashMap<>(fields);
    changed.put(path, change.apply(field(path)));
    return with(pending, phases, changed);
  }

  private ConversationProgress row(String group, String item, UnaryOperator<FieldProgress> change) {
    var prefix = ItemPath.prefix(group, item);
    var changed = new LinkedHashMap<>(fields);
    changed.replaceAll((path, it) -> path.startsWith(prefix) ? change.apply(it) : it);
    return with(pending, phases, changed);
  }

  private ConversationProgress undone(String messageId) {
    var before = new LinkedHashMap<>(phases);
    before.replaceAll((_, it) -> it.undone(messageId));
    var changed = new LinkedHashMap<>(fields);
    changed.replaceAll((_, it) -> it.undone(messageId));
    return completed(completions.without(messageId), completed).with(pending, before, changed);
  }

  private ConversationProgress migrated(Migration migration) {
    return with(migration.paths(pending), phases, migration.fields(fields));
  }

  private ConversationProgress with(
      List<String> waiting, Map<String, PhaseProgress> met, Map<String, FieldProgress> touched) {
    return new ConversationProgress(
        flow, locale, startedAt, lastAt, completions, completed, phase, waiting, met, touched);
  }
}
