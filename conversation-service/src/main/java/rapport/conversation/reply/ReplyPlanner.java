package rapport.conversation.reply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.contracts.FieldValue;
import rapport.contracts.ItemPath;
import rapport.conversation.dialogue.Agenda;
import rapport.conversation.dialogue.Clarifying;
import rapport.conversation.dialogue.Dialogue;
import rapport.conversation.dialogue.FieldState.Status;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.knowledge.PersonaCard;
import rapport.conversation.reply.Part.Arg;
import rapport.conversation.reply.ReplyPlan.RowName;

/** Plans what to say about what just happened: acknowledge, announce, ask. */
public final class ReplyPlanner {

  private final FlowDefinition definition;
  private final Happening happening;
  private final Dialogue after;
  private final Parts parts = new Parts();
  private final Conducting conducting;
  private final @Nullable PersonaCard persona;

  private ReplyPlanner(Happening happening, @Nullable PersonaCard persona) {
    this.persona = persona;
    this.conducting = new Conducting(happening, parts);
    this.definition = happening.definition();
    this.happening = happening;
    this.after = happening.after();
  }

  /**
   * The reply to the events of one input. Empty when there is nothing to say, as for a panel edit
   * that leaves the question standing.
   */
  public static ReplyPlan plan(
      FlowDefinition definition, Dialogue before, List<ConversationEvent> events, Dialogue after) {
    return plan(definition, before, events, after, null);
  }

  /**
   * The same, in the words of a persona where it has some.
   *
   * @param persona how to talk to the person, or null
   */
  public static ReplyPlan plan(
      FlowDefinition definition,
      Dialogue before,
      List<ConversationEvent> events,
      Dialogue after,
      @Nullable PersonaCard persona) {
    return new ReplyPlanner(new Happening(definition, before, events, after), persona).plan();
  }

  private ReplyPlan plan() {
    if (conducting.isSilent()) {
      return new ReplyPlan(List.of(), List.of(), 0, Map.of(), Map.of(), ReplyPlan.Aside.NOTHING);
    }
    if (happening.inChat()) {
      new ChatAcknowledgement(happening, parts).say();
    } else {
      acknowledgePanel();
    }
    happening.each(ConversationEvent.TurnUndone.class, _ -> parts.say("ack.undone"));
    happening.each(
        ConversationEvent.SummaryProduced.class,
        event -> parts.say("summary.draft", Map.of("text", new Arg.Words(event.text()))));
    conducting.say();
    announce();
    var question = newQuestion();
    if (!question.isEmpty()) {
      ask(question);
    }
    happening.each(ConversationEvent.ClarificationAsked.class, this::clarify);
    var buttons = parts.isEmpty() ? List.<ReplyPlan.PlannedButton>of() : buttons(question);
    var aside = conducting.aside();
    return new ReplyPlan(
        parts.all(), buttons, after.interview().questions(), names(), rows(), aside);
  }

  /** The panel needs no echo, but a question it settled is let go with a word. */
  private void acknowledgePanel() {
    if (!happening.any(ConversationEvent.QuestionAsked.class)) {
      return;
    }
    var settled = new ArrayList<Arg.Value>();
    for (var path : happening.before().interview().asked()) {
      var value = after.value(path);
      var control = definition.field(path).map(Field::control).orElse(true);
      if (!control && value != null && after.field(path).rev() > happening.before().rev()) {
        settled.add(new Arg.Value(path, value));
      }
    }
    if (!settled.isEmpty()) {
      parts.say("ack.panel", Map.of("items", new Arg.Items(settled)));
    }
    parts.sayCount("ack.parked", happening.answersParked());
  }

  private void announce() {
    happening.each(ConversationEvent.NextSessionRequested.class, _ -> parts.say("next.started"));
    if (happening.any(ConversationEvent.SessionCompleted.class) && after.completed()) {
      parts.say("complete.done");
      return;
    }
    happening
        .of(ConversationEvent.PhaseEntered.class)
        .map(ConversationEvent.PhaseEntered::phase)
        .filter(this::isNew)
        .forEach(phase -> parts.add(new Part.PhaseIntro(phase)));
  }

  /** Whether nothing of the phase was asked before: its introduction is not said twice. */
  private boolean isNew(String phase) {
    return definition.phase(phase).fields().stream()
        .noneMatch(field -> happening.before().interview().attempts(List.of(field.path())) > 0);
  }

  private List<String> newQuestion() {
    var asks =
        happening.any(ConversationEvent.QuestionAsked.class)
            && !happening.any(ConversationEvent.NextSessionRequested.class);
    return asks ? after.interview().asked() : List.of();
  }

  private void ask(List<String> question) {
    var first = question.getFirst();
    if (after.interview().revisit().contains(first)
        && question.stream().anyMatch(path -> after.value(path) != null)) {
      askAgain(question);
      return;
    }
    if (remindsOfSkipped(first)) {
      var missing = Agenda.missing(definition, after);
      parts.say("phase.missing", Map.of("fields", new Arg.Labels(missing)));
    }
    var repeated =
        after.interview().attempts(question) > 1
            && !happening.any(ConversationEvent.LanguageChanged.class);
    var questions = question.stream().map(path -> new Part.Question(path, repeated)).toList();
    var own =
        persona == null || repeated || questions.size() > 1
            ? Optional.<String>empty()
            : persona.asks(first);
    if (own.isPresent()) {
      parts.add(new Part.Plain(own.get()));
    } else if (questions.size() > 1 && isTitle(first)) {
      parts.add(new Part.Together(question));
    } else {
      parts.add(questions.size() == 1 ? questions.getFirst() : new Part.Questions(questions));
    }
    question.stream()
        .filter(path -> definition.field(path).filter(one -> one.consent() != null).isPresent())
        .forEach(path -> parts.add(new Part.Consent(path)));
    if (question.stream().anyMatch(this::isSensitive)) {
      parts.say("question.sensitive");
    }
    var offered = offered(first);
    if (offered != null) {
      parts.say("question.offer", Parts.fieldAndValue(offered.path(), offered.value()));
    }
  }

  private boolean isTitle(String path) {
    return definition.groups().values().stream()
        .anyMatch(group -> group.title().equals(ItemPath.template(path)));
  }

  private void askAgain(List<String> question) {
    for (var path : question) {
      var value = after.value(path);
      if (value == null) {
        parts.add(new Part.Question(path, true));
      } else {
        parts.say("question.revisit", Parts.fieldAndValue(path, value));
      }
    }
  }

  /** Said once, on the way into the closing phase. */
  private boolean remindsOfSkipped(String path) {
    return after.field(path).status() == Status.SKIPPED
        && happening.any(ConversationEvent.PhaseEntered.class)
        && !happening.any(ConversationEvent.RevisitRequested.class);
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

  /** Asks what was meant, instead of the next question. */
  private void clarify(ConversationEvent.ClarificationAsked unclear) {
    var fields = unclear.candidates().stream().map(ConversationEvent.Candidate::path).toList();
    var one = Clarifying.isDoubt(unclear, after) ? "clarify.address" : "clarify.one";
    parts.say(
        fields.size() == 1 ? one : "clarify.which",
        Map.of("said", new Arg.Words(unclear.quote()), "fields", new Arg.AnyOf(fields)));
  }

  private List<ReplyPlan.PlannedButton> buttons(List<String> question) {
    var unclear = after.interview().unclear();
    if (unclear != null) {
      return new Buttons(definition, after, null).forClarification(unclear);
    }
    var offered = question.isEmpty() ? null : offered(question.getFirst());
    var buttons = new Buttons(definition, after, offered);
    var shown = buttons.forQuestion(question, persona, conducting.nextSteps());
    happening.each(
        ConversationEvent.LanguageChanged.class, changed -> buttons.backTo(changed.from()));
    return shown;
  }

  private boolean isSensitive(String path) {
    return definition.field(path).map(Field::sensitive).orElse(false);
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

  /** All rows there are, and those that just went. */
  private Map<Part.Arg.Row, RowName> rows() {
    var rows = new HashMap<Part.Arg.Row, RowName>();
    for (var dialogue : List.of(happening.before(), after)) {
      for (var group : definition.groups().values()) {
        var ids = dialogue.rows(group.name()).ids();
        for (var item : ids) {
          var title = dialogue.value(group.titleOf(item));
          rows.put(
              new Part.Arg.Row(group.name(), item),
              new RowName(title == null ? null : title.display(), ids.indexOf(item) + 1));
        }
      }
    }
    return rows;
  }

  /** What to call a person in the middle of a sentence: without the title after the comma. */
  private String shortName(String path, String name) {
    var comma = name.indexOf(',');
    var isName = definition.field(path).map(Field::type).orElse(null) == FieldType.NAME;
    return isName && comma > 0 ? name.substring(0, comma) : name;
  }
}
