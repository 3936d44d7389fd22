package rapport.conversation.dialogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.contracts.FieldValue;
import rapport.contracts.ItemPath;
import rapport.contracts.Origin;
import rapport.conversation.dialogue.FieldState.Status;
import rapport.conversation.dialogue.FieldState.Waiting;
import rapport.conversation.flow.Facts;
import rapport.conversation.value.Wording;

/**
 * One conversation as its events tell it. Two dialogues folded from the same events are equal.
 *
 * @param context what the workspace knew when it began; strings and lists of strings or of objects
 * @param flow the flow's name, empty before the start
 * @param rev the last event's revision
 * @param fields every field and control somebody touched
 * @param rows the rows of repeat groups, by group; absent while a group never had any
 * @param turns what the latest messages changed, the latest last
 * @param next the conversation that continues with the next subject
 * @param standing who conducts it, and what others made of it
 */
public record Dialogue(
    Map<String, Object> context,
    String flow,
    int flowVersion,
    String locale,
    @Nullable String startedBy,
    long rev,
    Stage stage,
    Map<String, FieldState> fields,
    Map<String, Rows> rows,
    Interview interview,
    @Nullable Summary summary,
    List<Turn> turns,
    @Nullable String next,
    Standing standing)
    implements Facts {

  private static final int UNDOABLE_TURNS = 20;

  /** How far a conversation is. */
  public enum Stage {
    NOT_STARTED,
    IN_PROGRESS,
    COMPLETED
  }

  /** A conversation nobody has begun. */
  public static Dialogue notStarted(Map<String, Object> context) {
    return new Dialogue(
        Collections.unmodifiableMap(new LinkedHashMap<>(context)),
        "",
        0,
        "en",
        null,
        0,
        Stage.NOT_STARTED,
        Map.of(),
        Map.of(),
        Interview.NOT_BEGUN,
        null,
        List.of(),
        null,
        Standing.NONE);
  }

  /** The dialogue after all events of one input. */
  public Dialogue after(List<ConversationEvent> events) {
    var folded = this;
    for (var event : events) {
      folded = folded.evolve(event);
    }
    for (var event : events) {
      if (event instanceof ConversationEvent.MessageReceived(var messageId, _)) {
        return folded.remember(turn(messageId, folded));
      }
    }
    return folded;
  }

  private Turn turn(String messageId, Dialogue folded) {
    var earlier = new LinkedHashMap<String, FieldState>();
    var later = new LinkedHashMap<String, FieldState>();
    folded.fields.forEach((path, state) -> {
      if (!state.equals(fields.get(path))) {
        earlier.put(path, field(path));
        later.put(path, state);
      }
    });
    fields.forEach((path, state) -> {
      if (!folded.fields.containsKey(path)) {
        earlier.put(path, state);
        later.put(path, FieldState.UNTOUCHED);
      }
    });
    return new Turn(
        messageId,
        earlier,
        later,
        rows,
        folded.rows,
        locale,
        folded.locale,
        standing.mode(),
        folded.standing.mode());
  }

  private Dialogue remember(Turn turn) {
    var remembered = new ArrayList<>(turns);
    remembered.add(turn);
    if (remembered.size() > UNDOABLE_TURNS) {
      remembered.removeFirst();
    }
    return withTurns(remembered);
  }

  /** The dialogue after one more event. */
  Dialogue evolve(ConversationEvent event) {
    var at = rev + 1;
    var state = at(at);
    return switch (event) {
      case ConversationEvent.SessionStarted(var name, var version, var language, var by, _) ->
          state.started(name, version, language, by);
      case ConversationEvent.SessionResumed _ -> state.inStage(Stage.IN_PROGRESS);
      case ConversationEvent.SessionCompleted _ -> state.inStage(Stage.COMPLETED);
      case ConversationEvent.NextSessionRequested(var id) -> state.withNext(id);
      case ConversationEvent.PhaseEntered(var phase) -> state.withInterview(interview.enter(phase));
      case ConversationEvent.PhaseCompleted(var phase) ->
          state.withInterview(interview.complete(phase, true));
      case ConversationEvent.PhaseReopened(var phase) ->
          state.withInterview(interview.complete(phase, false));
      case ConversationEvent.QuestionAsked(var paths, _) ->
          state.withInterview(interview.ask(paths));
      case ConversationEvent.QuestionWithdrawn _ -> state.withInterview(interview.withdraw());
      case ConversationEvent.FieldCaptured(var path, var value, var source) ->
          state.answered(path, field(path).fill(value, source, at));
      case ConversationEvent.FieldCorrected(var path, _, var value, var source) ->
          state.answered(path, field(path).fill(value, source, at));
      case ConversationEvent.FieldCleared(var path, _, _) ->
          state.with(path, field(path).empty(Status.OPEN, at));
      case ConversationEvent.FieldSkipped(var path) ->
          state.answered(path, field(path).empty(Status.SKIPPED, at));
      case ConversationEvent.FieldUnknown(var path) ->
          state.answered(path, field(path).empty(Status.UNKNOWN, at));
      case ConversationEvent.FieldRejected _ -> state;
      case ConversationEvent.FieldParked(var path) -> state.with(path, field(path).park(true, at));
      case ConversationEvent.FieldRestored(var path, _) ->
          state.with(path, field(path).park(false, at));
      case ConversationEvent.FieldSuggested(var path, var value, var source) ->
          state.with(path, field(path).beside(new Waiting(value, source, false)));
      case ConversationEvent.SuggestionDismissed(var path) ->
          state.with(path, field(path).beside(null));
      case ConversationEvent.FieldConflicted(var path, _, var value, var source) ->
          state.with(path, field(path).beside(new Waiting(value, source, true)));
      case ConversationEvent.ItemAdded(var group, var item, var index, _) ->
          state.withRows(group, rows(group).add(item, index));
      case ConversationEvent.ItemRemoved(var group, var item, _) ->
          state
              .withRows(group, rows(group).remove(item))
              .withoutFields(ItemPath.prefix(group, item));
      case ConversationEvent.ItemMoved(var group, var item, var index, _) ->
          state.withRows(group, rows(group).move(item, index));
      case ConversationEvent.FlowMigrated migrated -> state.migrated(migrated);
      case ConversationEvent.LanguageChanged(_, var to) -> state.speaking(to);
      case ConversationEvent.ControlAnswered(var control, var value, var source) ->
          state.answered(control, field(control).fill(value, source, at));
      case ConversationEvent.ControlReopened(var control) ->
          state.with(control, field(control).empty(Status.OPEN, at));
      case ConversationEvent.RevisitRequested(var paths) ->
          state.withInterview(interview.revisit(paths));
      case ConversationEvent.DigressionHandled _ -> state;
      case ConversationEvent.SummaryRequested _ -> state;
      case ConversationEvent.SummaryProduced(var text, var focus, var basis) ->
          state.withSummary(new Summary(text, focus, basis, false));
      case ConversationEvent.SummaryOutdated _ -> state.outdated();
      case ConversationEvent.ClarificationAsked unclear ->
          state.withInterview(interview.clarify(unclear));
      case ConversationEvent.MessageReceived _ -> state.withInterview(interview.clarify(null));
      case ConversationEvent.TurnUndone(var messageId) ->
          state.forget(messageId).withInterview(interview.clarify(null));
      case ConversationEvent.FieldReset(var path, var value, var source) ->
          value == null
              ? state.with(path, field(path).empty(Status.OPEN, at))
              : state.with(path, field(path).fill(value, source, at));
      case ConversationEvent.ModeSwitched(var from, var to, _) ->
          state.standing(standing.in(to, from));
      case ConversationEvent.PersonaAssessed assessed ->
          state.standing(standing.takenFor(assessed));
      case ConversationEvent.IntentAssessed assessed -> state.standing(standing.meaning(assessed));
      case ConversationEvent.QuestionAnswered answer -> state.standing(standing.answered(answer));
      case ConversationEvent.QuestionLeftOpen(var question) ->
          state.standing(standing.wondering(question));
      case ConversationEvent.AgentJoined(var id, var name) ->
          state.standing(standing.with(new Standing.Agent(id, name)));
      case ConversationEvent.ColleagueCalled(var reason) ->
          state.standing(standing.calling(reason));
      case ConversationEvent.AgentLeft _ -> state.standing(standing.with(null));
      case ConversationEvent.EmailCaptured _,
          ConversationEvent.ReplyProduced _,
          ConversationEvent.AgentReplied _ ->
          state;
    };
  }

  /** How numbers, amounts and times are written in the conversation's language. */
  Wording wording() {
    return Wording.of(locale);
  }

  /** What is known of a field; untouched when nothing. */
  public FieldState field(String path) {
    return fields.getOrDefault(path, FieldState.UNTOUCHED);
  }

  /** The rows of a group; none when it never had any. */
  public Rows rows(String group) {
    return rows.getOrDefault(group, Rows.NONE);
  }

  /** The ids of all groups' rows, in order. */
  public Map<String, List<String>> rowIds() {
    return rows.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> entry.getValue().ids()));
  }

  /** The values that apply, by path. */
  public Map<String, FieldValue> values() {
    var values = new LinkedHashMap<String, FieldValue>();
    fields.keySet().forEach(path -> putIfPresent(values, path, value(path)));
    return values;
  }

  private static void putIfPresent(
      Map<String, FieldValue> values, String path, @Nullable FieldValue value) {
    if (value != null) {
      values.put(path, value);
    }
  }

  /**
   * The value of a field or control; for a group how many rows it has, if any; otherwise what is
   * known of the conversation under that path, such as {@code intent.score}.
   */
  @Override
  public @Nullable FieldValue value(String path) {
    var group = rows.get(path);
    if (group != null) {
      return group.ids().isEmpty()
          ? null
          : new FieldValue.Num(BigDecimal.valueOf(group.ids().size()));
    }
    var state = fields.get(path);
    if (state == null) {
      return standing.value(path);
    }
    return state.parked() ? null : state.value();
  }

  @Override
  public boolean prefilled(String path) {
    var source = field(path).source();
    return source != null && source.by() == Origin.PREFILL;
  }

  @Override
  public boolean closed(String path) {
    return !field(path).open();
  }

  @Override
  public @Nullable String context(String key) {
    return switch (context.get(key)) {
      case null -> null;
      case List<?> list -> list.isEmpty() ? null : "yes";
      case Object value -> value.toString();
    };
  }

  @Override
  public boolean completed() {
    return stage == Stage.COMPLETED;
  }

  private Dialogue started(String name, int version, String language, @Nullable String by) {
    return new Dialogue(
        context,
        name,
        version,
        language,
        by,
        rev,
        Stage.IN_PROGRESS,
        fields,
        rows,
        interview,
        summary,
        turns,
        next,
        standing);
  }

  private Dialogue speaking(String language) {
    return new Dialogue(
        context,
        flow,
        flowVersion,
        language,
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

  private Dialogue answered(String path, FieldState state) {
    return with(path, state).withInterview(interview.revisited(path));
  }

  private Dialogue with(String path, FieldState state) {
    var changed = new LinkedHashMap<>(fields);
    changed.put(path, state);
    return withFields(changed);
  }

  private Dialogue withFields(Map<String, FieldState> changed) {
    var kept = Collections.unmodifiableMap(changed);
    return copy(rev, stage, kept, rows, interview, summary, turns, next, standing);
  }

  private Dialogue withoutFields(String prefix) {
    var left = new LinkedHashMap<>(fields);
    left.keySet().removeIf(path -> path.startsWith(prefix));
    return withFields(left);
  }

  private Dialogue withRows(String group, Rows changed) {
    var all = new LinkedHashMap<>(rows);
    all.put(group, changed);
    var kept = Collections.unmodifiableMap(all);
    return copy(rev, stage, fields, kept, interview, summary, turns, next, standing);
  }

  /** What was said before the change of version cannot be taken back after it. */
  private Dialogue migrated(ConversationEvent.FlowMigrated migrated) {
    var kept = new LinkedHashMap<String, FieldState>();
    fields.forEach((path, state) -> {
      if (!migrated.dropped().contains(ItemPath.template(path))) {
        kept.put(renamed(migrated.renamed()).apply(path), state);
      }
    });
    return new Dialogue(
        context,
        flow,
        migrated.to(),
        locale,
        startedBy,
        rev,
        stage,
        Collections.unmodifiableMap(kept),
        rows,
        interview.renamed(renamed(migrated.renamed())),
        summary,
        List.of(),
        next,
        standing);
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

  private Dialogue at(long newRev) {
    return copy(newRev, stage, fields, rows, interview, summary, turns, next, standing);
  }

  private Dialogue inStage(Stage newStage) {
    return copy(rev, newStage, fields, rows, interview, summary, turns, next, standing);
  }

  private Dialogue withInterview(Interview newInterview) {
    return copy(rev, stage, fields, rows, newInterview, summary, turns, next, standing);
  }

  private Dialogue withSummary(@Nullable Summary newSummary) {
    return copy(rev, stage, fields, rows, interview, newSummary, turns, next, standing);
  }

  private Dialogue outdated() {
    var drafted = Objects.requireNonNull(summary);
    return withSummary(new Summary(drafted.text(), drafted.focus(), drafted.basis(), true));
  }

  private Dialogue forget(String messageId) {
    return withTurns(turns.stream().filter(turn -> !turn.messageId().equals(messageId)).toList());
  }

  private Dialogue withTurns(List<Turn> newTurns) {
    return copy(
        rev, stage, fields, rows, interview, summary, List.copyOf(newTurns), next, standing);
  }

  private Dialogue standing(Standing newStanding) {
    return copy(rev, stage, fields, rows, interview, summary, turns, next, newStanding);
  }

  private Dialogue withNext(String conversation) {
    return copy(rev, stage, fields, rows, interview, summary, turns, conversation, standing);
  }

  private Dialogue copy(
      long newRev,
      Stage newStage,
      Map<String, FieldState> newFields,
      Map<String, Rows> newRows,
      Interview newInterview,
      @Nullable Summary newSummary,
      List<Turn> newTurns,
      @Nullable String newNext,
      Standing newStanding) {
    return new Dialogue(
        context,
        flow,
        flowVersion,
        locale,
        startedBy,
        newRev,
        newStage,
        newFields,
        newRows,
        newInterview,
        newSummary,
        newTurns,
        newNext,
        newStanding);
  }
}
