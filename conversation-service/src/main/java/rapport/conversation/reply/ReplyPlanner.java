package rapport.conversation.reply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.contracts.FieldValue;
import rapport.contracts.Origin;
import rapport.conversation.dialogue.Agenda;
import rapport.conversation.dialogue.Dialogue;
import rapport.conversation.dialogue.FieldState.Status;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.reply.Part.Arg;
import rapport.conversation.value.Answers;

/** Plans what to say about what just happened: acknowledge, explain, announce, ask. */
public final class ReplyPlanner {

  private final FlowDefinition definition;
  private final Dialogue before;
  private final List<ConversationEvent> events;
  private final Dialogue after;
  private final List<Part> parts = new ArrayList<>();

  private ReplyPlanner(
      FlowDefinition definition, Dialogue before, List<ConversationEvent> events, Dialogue after) {
    this.definition = definition;
    this.before = before;
    this.events = events;
    this.after = after;
  }

  /**
   * The reply to the events of one input. Empty when there is nothing to say, as for a panel edit
   * that leaves the question standing.
   */
  public static ReplyPlan plan(
      FlowDefinition definition, Dialogue before, List<ConversationEvent> events, Dialogue after) {
    return new ReplyPlanner(definition, before, events, after).plan();
  }

  private ReplyPlan plan() {
    var inChat = any(ConversationEvent.MessageReceived.class) || before.rev() == 0;
    if (inChat) {
      acknowledgeChat();
    } else {
      acknowledgePanel();
    }
    each(ConversationEvent.TurnUndone.class, _ -> say("ack.undone", Map.of()));
    each(ConversationEvent.SummaryProduced.class, this::showSummary);
    announce();
    var question = newQuestion();
    if (!question.isEmpty()) {
      ask(question);
    }
    var buttons = parts.isEmpty() ? List.<ReplyPlan.PlannedButton>of() : buttons(question);
    return new ReplyPlan(parts, buttons, after.rev(), names());
  }

  private void acknowledgeChat() {
    var captured = new ArrayList<Arg.Value>();
    each(
        ConversationEvent.FieldCaptured.class,
        event -> {
          var by = event.source().by();
          if (by == Origin.CHAT || (by == Origin.PREFILL && before.rev() > 0)) {
            captured.add(new Arg.Value(event.path(), event.value()));
          }
        });
    if (!captured.isEmpty()) {
      say("ack.captured", Map.of("items", new Arg.Items(captured)));
    }
    each(
        ConversationEvent.FieldCorrected.class,
        event -> {
          if (event.source().by() == Origin.CHAT) {
            say(
                "ack.corrected",
                Map.of(
                    "field", new Arg.Label(event.path()),
                    "from", new Arg.Value(event.path(), event.from()),
                    "value", new Arg.Value(event.path(), event.value())));
          } else if (event.source().by() == Origin.PANEL) {
            say("ack.suggestion_accepted", fieldAndValue(event.path(), event.value()));
          }
        });
    each(
        ConversationEvent.FieldCleared.class,
        event -> {
          if (event.source().quote() != null) {
            say("ack.cleared", Map.of("field", new Arg.Label(event.path())));
          }
        });
    count(ConversationEvent.FieldSkipped.class, "ack.skipped");
    count(ConversationEvent.FieldUnknown.class, "ack.unknown");
    each(
        ConversationEvent.FieldSuggested.class,
        event ->
            say(
                "ack.suggested",
                Map.of(
                    "field", new Arg.Label(event.path()),
                    "kept", new Arg.Value(event.path(), after.value(event.path())),
                    "value", new Arg.Value(event.path(), event.value()))));
    each(
        ConversationEvent.SuggestionDismissed.class,
        event ->
            say(
                "ack.suggestion_dismissed",
                Map.of(
                    "field", new Arg.Label(event.path()),
                    "kept", new Arg.Value(event.path(), after.value(event.path())))));
    count(ConversationEvent.FieldParked.class, "ack.parked");
    if (events.stream()
        .anyMatch(
            event -> event instanceof ConversationEvent.FieldRestored(_, var v) && v != null)) {
      count(ConversationEvent.FieldRestored.class, "ack.restored");
    }
    each(ConversationEvent.ControlAnswered.class, this::replyToOption);
    each(ConversationEvent.DigressionHandled.class, event -> digress(event.topic()));
    each(ConversationEvent.FieldRejected.class, this::reject);
    if (parts.isEmpty() && before.rev() > 0 && !leadsElsewhere()) {
      say("ack.control", Map.of());
    }
  }

  /** Whether what comes next speaks for itself. */
  private boolean leadsElsewhere() {
    return any(ConversationEvent.TurnUndone.class)
        || any(ConversationEvent.RevisitRequested.class)
        || any(ConversationEvent.NextSessionRequested.class)
        || any(ConversationEvent.SummaryProduced.class);
  }

  private void acknowledgePanel() {
    var settled = new ArrayList<Arg.Value>();
    before.interview().asked().stream()
        .filter(path -> after.field(path).rev() > before.rev() && after.value(path) != null)
        .forEach(path -> settled.add(new Arg.Value(path, after.value(path))));
    if (!settled.isEmpty() && any(ConversationEvent.QuestionAsked.class)) {
      say("ack.panel", Map.of("items", new Arg.Items(settled)));
    }
    if (any(ConversationEvent.QuestionAsked.class)) {
      count(ConversationEvent.FieldParked.class, "ack.parked");
    }
  }

  private void replyToOption(ConversationEvent.ControlAnswered event) {
    if (event.source().by() != Origin.GENERATED) {
      parts.add(new Part.OptionReply(event.control(), event.value().display()));
    }
  }

  private void reject(ConversationEvent.FieldRejected event) {
    var field = definition.byPath().get(event.path());
    var args = new HashMap<String, Arg>();
    args.put("field", new Arg.Label(event.path()));
    args.put("said", new Arg.Words(event.said()));
    args.put("options", new Arg.Options(event.path()));
    args.put("min", new Arg.Count(field == null || field.min() == null ? 0 : field.min()));
    args.put("max", new Arg.Count(field == null ? 0 : most(field, event.code())));
    say("reject." + event.code(), args);
  }

  private static int most(Field field, String code) {
    return switch (code) {
      case "too-long" ->
          switch (field.type()) {
            case TEXT -> Answers.LONG;
            case RICHTEXT -> Answers.RICH;
            default -> Answers.SHORT;
          };
      case "too-many" -> Answers.MOST_TAGS;
      default -> field.max() == null ? 0 : field.max();
    };
  }

  private void digress(String topic) {
    var colon = topic.indexOf(':');
    var kind = colon < 0 ? topic : topic.substring(0, colon);
    var path = colon < 0 ? askedFirst() : topic.substring(colon + 1);
    switch (kind) {
      case "why", "meaning" -> {
        if (path == null) {
          say("digression.help", Map.of());
        } else {
          parts.add(new Part.Explanation(path, kind.equals("why")));
        }
      }
      case "recap" -> recap();
      case "progress" -> {
        var progress = Progress.of(definition, after);
        say(
            "digression.progress",
            Map.of(
                "done", new Arg.Count(progress.done()),
                "total", new Arg.Count(progress.total())));
      }
      case "help", "handoff" -> say("digression." + kind, Map.of());
      case "greeting", "thanks", "praise", "farewell" -> say("smalltalk." + kind, Map.of());
      case "unfinished" ->
          say(
              "complete.missing",
              Map.of("fields", new Arg.Labels(Agenda.missing(definition, before))));
      case "nothing-to-undo" -> say("ack.nothing_to_undo", Map.of());
      case "nothing-before" -> say("back.nothing", Map.of());
      case "unknown-place" -> say("goto.unknown", Map.of());
      default -> {
        var attempts = after.interview().attempts(after.interview().asked());
        say(attempts > 2 ? "reask.again" : "reask.not_understood", Map.of());
      }
    }
  }

  private void recap() {
    var items = new ArrayList<Arg.Value>();
    definition
        .fields()
        .filter(field -> !field.control() && !field.generated())
        .forEach(field -> {
          var value = after.value(field.path());
          if (value != null) {
            items.add(new Arg.Value(field.path(), value));
          }
        });
    if (items.isEmpty()) {
      say("digression.recap_empty", Map.of());
    } else {
      say("digression.recap", Map.of("items", new Arg.Items(items)));
    }
  }

  private void showSummary(ConversationEvent.SummaryProduced event) {
    say("summary.draft", Map.of("text", new Arg.Words(event.text())));
  }

  private void announce() {
    var completedNow = any(ConversationEvent.SessionCompleted.class) && after.completed();
    if (completedNow) {
      say("complete.done", Map.of());
    }
    each(ConversationEvent.NextSessionRequested.class, _ -> say("next.started", Map.of()));
    if (!completedNow) {
      each(
          ConversationEvent.PhaseEntered.class,
          event -> {
            if (isNew(event.phase())) {
              parts.add(new Part.PhaseIntro(event.phase()));
            }
          });
    }
  }

  /** Whether nothing of the phase was asked before: its introduction is not said twice. */
  private boolean isNew(String phase) {
    return definition.phase(phase).fields().stream()
        .noneMatch(field -> before.interview().attempts(List.of(field.path())) > 0);
  }

  private List<String> newQuestion() {
    var asks =
        any(ConversationEvent.QuestionAsked.class)
            && !any(ConversationEvent.NextSessionRequested.class);
    return asks ? after.interview().asked() : List.of();
  }

  private void ask(List<String> question) {
    var first = question.getFirst();
    var status = after.field(first).status();
    if (after.interview().revisit().contains(first)
        && question.stream().anyMatch(path -> after.value(path) != null)) {
      askAgain(question);
      return;
    }
    if (status == Status.SKIPPED
        && any(ConversationEvent.PhaseEntered.class)
        && !any(ConversationEvent.RevisitRequested.class)) {
      var missing = Agenda.missing(definition, after);
      say("phase.missing", Map.of("fields", new Arg.Labels(missing)));
    }
    var repeated = after.interview().attempts(question) > 1;
    var questions = question.stream().map(path -> new Part.Question(path, repeated)).toList();
    parts.add(questions.size() == 1 ? questions.getFirst() : new Part.Questions(questions));
    if (question.stream().anyMatch(this::isSensitive)) {
      say("question.sensitive", Map.of());
    }
    offer(first);
  }

  private void askAgain(List<String> question) {
    for (var path : question) {
      var value = after.value(path);
      if (value == null) {
        parts.add(new Part.Question(path, true));
      } else {
        say("question.revisit", fieldAndValue(path, value));
      }
    }
  }

  private void offer(String path) {
    var offered = offered(path);
    if (offered != null) {
      say("question.offer", fieldAndValue(offered.path(), offered.value()));
    }
  }

  /** A value given for a field of nearly the same meaning. */
  private Arg.@Nullable Value offered(String path) {
    return definition.field(path).stream()
        .flatMap(field -> field.offers().stream())
        .filter(other -> after.value(other) instanceof FieldValue.Text)
        .map(other -> new Arg.Value(other, after.value(other)))
        .findFirst()
        .orElse(null);
  }

  private List<ReplyPlan.PlannedButton> buttons(List<String> question) {
    return new Buttons(definition, after, offered(question.isEmpty() ? "" : question.getFirst()))
        .forQuestion(question);
  }

  private boolean isSensitive(String path) {
    return definition.field(path).map(Field::sensitive).orElse(false);
  }

  private @Nullable String askedFirst() {
    var asked = before.interview().asked();
    return asked.isEmpty() ? null : asked.getFirst();
  }

  private Map<String, String> names() {
    var names = new HashMap<String, String>();
    definition
        .names()
        .forEach((placeholder, path) -> {
          var value = after.value(path);
          if (value != null) {
            names.put(placeholder, shortName(path, value.display()));
          }
        });
    return names;
  }

  /** What to call a person in the middle of a sentence: without the title after the comma. */
  private String shortName(String path, String name) {
    var comma = name.indexOf(',');
    var isName = definition.field(path).map(Field::type).orElse(null) == FieldType.NAME;
    return isName && comma > 0 ? name.substring(0, comma) : name;
  }

  private Map<String, Arg> fieldAndValue(String path, @Nullable FieldValue value) {
    return Map.of("field", new Arg.Label(path), "value", new Arg.Value(path, value));
  }

  private void say(String key, Map<String, Arg> args) {
    parts.add(new Part.Message(key, args));
  }

  private void count(Class<? extends ConversationEvent> type, String key) {
    var count = events.stream().filter(type::isInstance).count();
    if (count > 0) {
      say(key, Map.of("count", new Arg.Count(count)));
    }
  }

  private <T extends ConversationEvent> void each(Class<T> type, Consumer<T> consumer) {
    events.stream().filter(type::isInstance).map(type::cast).forEach(consumer);
  }

  private boolean any(Class<? extends ConversationEvent> type) {
    return events.stream().anyMatch(type::isInstance);
  }
}
