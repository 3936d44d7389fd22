package rapport.conversation.dialogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ItemPath;
import rapport.conversation.dialogue.Dialogue.Stage;
import rapport.conversation.dialogue.FieldState.Status;
import rapport.conversation.dialogue.FieldState.Waiting;

/** What each event makes of a conversation; the dialogue it begins with stays as it is. */
final class Fold {

  private static final int UNDOABLE_TURNS = 20;

  /** Whoever only says hello has not passed over what they were asked. */
  private static final String GREETING = "greeting";

  private final Map<String, Object> context;
  private String flow;
  private int flowVersion;
  private String locale;
  private @Nullable String startedBy;
  private long rev;
  private Stage stage;
  private Map<String, FieldState> fields;
  private Map<String, Rows> rows;
  private Interview interview;
  private @Nullable Summary summary;
  private List<Turn> turns;
  private @Nullable String next;
  private Standing standing;

  Fold(Dialogue before) {
    context = before.context();
    flow = before.flow();
    flowVersion = before.flowVersion();
    locale = before.locale();
    startedBy = before.startedBy();
    rev = before.rev();
    stage = before.stage();
    fields = before.fields();
    rows = before.rows();
    interview = before.interview();
    summary = before.summary();
    turns = before.turns();
    next = before.next();
    standing = before.standing();
  }

  Dialogue dialogue() {
    return new Dialogue(
        context,
        flow,
        flowVersion,
        locale,
        startedBy,
        rev,
        stage,
        fields,
        rows,
        interview,
        summary,
        turns,
        next,
        standing);
  }

  Fold remember(Turn turn) {
    var remembered = new ArrayList<>(turns);
    remembered.add(turn);
    if (remembered.size() > UNDOABLE_TURNS) {
      remembered.removeFirst();
    }
    turns = List.copyOf(remembered);
    return this;
  }

  Fold take(ConversationEvent event) {
    rev++;
    switch (event) {
      case ConversationEvent.SessionStarted(var name, var version, var language, var by, _) -> {
        flow = name;
        flowVersion = version;
        locale = language;
        startedBy = by;
        stage = Stage.IN_PROGRESS;
      }
      case ConversationEvent.SessionResumed _ -> stage = Stage.IN_PROGRESS;
      case ConversationEvent.SessionCompleted _ -> stage = Stage.COMPLETED;
      case ConversationEvent.NextSessionRequested(var id) -> next = id;
      case ConversationEvent.PhaseEntered(var phase) -> interview = interview.enter(phase);
      case ConversationEvent.PhaseCompleted(var phase) ->
          interview = interview.complete(phase, true);
      case ConversationEvent.PhaseReopened(var phase) ->
          interview = interview.complete(phase, false);
      case ConversationEvent.QuestionAsked(var paths, _) -> interview = interview.ask(paths);
      case ConversationEvent.QuestionWithdrawn _ -> interview = interview.withdraw();
      case ConversationEvent.FieldCaptured(var path, var value, var source) ->
          answered(path, field(path).fill(value, source, rev));
      case ConversationEvent.FieldCorrected(var path, _, var value, var source) ->
          answered(path, field(path).fill(value, source, rev));
      case ConversationEvent.FieldCleared(var path, _, _) ->
          put(path, field(path).empty(Status.OPEN, rev));
      case ConversationEvent.FieldSkipped(var path) ->
          answered(path, field(path).empty(Status.SKIPPED, rev));
      case ConversationEvent.FieldUnknown(var path) ->
          answered(path, field(path).empty(Status.UNKNOWN, rev));
      case ConversationEvent.FieldParked(var path) -> put(path, field(path).park(true, rev));
      case ConversationEvent.FieldRestored(var path, _) -> put(path, field(path).park(false, rev));
      case ConversationEvent.FieldSuggested(var path, var value, var source) ->
          put(path, field(path).beside(new Waiting(value, source, false)));
      case ConversationEvent.SuggestionDismissed(var path) -> put(path, field(path).beside(null));
      case ConversationEvent.FieldConflicted(var path, _, var value, var source) ->
          put(path, field(path).beside(new Waiting(value, source, true)));
      case ConversationEvent.ItemAdded(var group, var item, var index, _) ->
          put(group, rows(group).add(item, index));
      case ConversationEvent.ItemRemoved(var group, var item, _) -> {
        put(group, rows(group).remove(item));
        var left = new LinkedHashMap<>(fields);
        left.keySet().removeIf(path -> path.startsWith(ItemPath.prefix(group, item)));
        fields = Collections.unmodifiableMap(left);
      }
      case ConversationEvent.ItemMoved(var group, var item, var index, _) ->
          put(group, rows(group).move(item, index));
      case ConversationEvent.FlowMigrated migrated -> migrate(migrated);
      case ConversationEvent.LanguageChanged(_, var to) -> locale = to;
      case ConversationEvent.ControlAnswered(var control, var value, var source) ->
          answered(control, field(control).fill(value, source, rev));
      case ConversationEvent.ControlReopened(var control) ->
          put(control, field(control).empty(Status.OPEN, rev));
      case ConversationEvent.RevisitRequested(var paths) -> interview = interview.revisit(paths);
      case ConversationEvent.SummaryProduced(var text, var focus, var basis) ->
          summary = new Summary(text, focus, basis, false);
      case ConversationEvent.SummaryOutdated _ -> {
        var drafted = Objects.requireNonNull(summary);
        summary = new Summary(drafted.text(), drafted.focus(), drafted.basis(), true);
      }
      case ConversationEvent.ClarificationAsked unclear -> interview = interview.clarify(unclear);
      case ConversationEvent.MessageReceived _ -> interview = interview.clarify(null);
      case ConversationEvent.TurnUndone(var messageId) -> takeBack(messageId);
      case ConversationEvent.FieldReset(var path, var value, var source) ->
          put(path, field(path).reset(value, source, rev));
      case ConversationEvent.ModeSwitched(var from, var to, _) -> standing = standing.in(to, from);
      case ConversationEvent.PersonaAssessed assessed -> standing = standing.takenFor(assessed);
      case ConversationEvent.IntentAssessed assessed -> standing = standing.meaning(assessed);
      case ConversationEvent.QuestionAnswered answer -> standing = standing.answered(answer);
      case ConversationEvent.QuestionLeftOpen(var question) ->
          standing = standing.wondering(question);
      case ConversationEvent.AgentJoined(var id, var name) ->
          standing = standing.with(new Standing.Agent(id, name));
      case ConversationEvent.ColleagueCalled(var reason) -> standing = standing.calling(reason);
      case ConversationEvent.AgentLeft _ -> standing = standing.with(null);
      case ConversationEvent.DigressionHandled(var topic) -> {
        if (topic.equals(GREETING)) {
          interview = interview.unasked(interview.asked());
        }
      }
      case ConversationEvent.FieldRejected _,
          ConversationEvent.SummaryRequested _,
          ConversationEvent.EmailCaptured _,
          ConversationEvent.ReplyProduced _,
          ConversationEvent.AgentReplied _ -> {}
    }
    return this;
  }

  /** What was asked since is as if it had not been. */
  private void takeBack(String messageId) {
    var latest = dialogue().latestTurn().filter(turn -> turn.messageId().equals(messageId));
    var turn = turns.stream().filter(one -> one.messageId().equals(messageId)).findFirst();
    turns = turns.stream().filter(one -> !one.messageId().equals(messageId)).toList();
    interview = interview.clarify(null);
    if (latest.isPresent()) {
      interview = interview.backTo(latest.get().interview());
    } else if (turn.isPresent()) {
      interview = interview.unasked(turn.get().interview().asked());
    }
    turn.ifPresent(this::recall);
  }

  /** How often what nobody has changed since was passed over, and what waited beside it. */
  private void recall(Turn turn) {
    turn.after()
        .forEach((path, left) -> {
          if (fields.containsKey(path) && field(path).rev() == left.rev()) {
            put(path, field(path).recalling(turn.before(path)));
          }
        });
  }

  private FieldState field(String path) {
    return fields.getOrDefault(path, FieldState.UNTOUCHED);
  }

  private Rows rows(String group) {
    return rows.getOrDefault(group, Rows.NONE);
  }

  private void answered(String path, FieldState state) {
    put(path, state);
    interview = interview.revisited(path);
  }

  private void put(String path, FieldState state) {
    fields = with(fields, path, state);
  }

  private void put(String group, Rows changed) {
    rows = with(rows, group, changed);
  }

  private static <T> Map<String, T> with(Map<String, T> all, String key, T value) {
    var changed = new LinkedHashMap<>(all);
    changed.put(key, value);
    return Collections.unmodifiableMap(changed);
  }

  /** What was said before the change of version cannot be taken back after it. */
  private void migrate(ConversationEvent.FlowMigrated migrated) {
    var name = renamed(migrated.renamed());
    var kept = new LinkedHashMap<String, FieldState>();
    fields.forEach((path, state) -> {
      if (!migrated.dropped().contains(ItemPath.template(path))) {
        kept.put(name.apply(path), state);
      }
    });
    flowVersion = migrated.to();
    fields = Collections.unmodifiableMap(kept);
    interview = interview.renamed(name);
    turns = List.of();
  }

  private static UnaryOperator<String> renamed(Map<String, String> names) {
    return path -> {
      var name = names.get(ItemPath.template(path));
      if (name == null) {
        return path;
      }
      return ItemPath.parse(path)
          .flatMap(old -> ItemPath.parse(name).map(young -> young.of(old.item()).toString()))
          .orElse(name);
    };
  }
}
