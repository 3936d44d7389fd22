package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import rapport.contracts.ConversationEvent;
import rapport.contracts.FieldValue;
import rapport.conversation.dialogue.Decision;
import rapport.conversation.dialogue.Dialogue;
import rapport.conversation.dialogue.DialogueCommand;
import rapport.conversation.dialogue.DialogueDecider;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.understanding.Utterance;

/** A conversation in a test: what is typed is understood and decided, and nothing else. */
final class Interview {

  private static final FlowCatalog CATALOG = FlowCatalog.fromClasspath();

  private static final EmbeddedInterpreter INTERPRETER = EmbeddedInterpreter.of("en");
  private final FlowDefinition flow;
  private Dialogue dialogue = Dialogue.notStarted(Map.of());
  private int messages;

  private Interview(String flow) {
    this.flow = CATALOG.latest(flow);
  }

  static Interview started(String flow) {
    var interview = new Interview(flow);
    interview.decide(new DialogueCommand.Start("en", "u"));
    return interview;
  }

  Interview says(String text) {
    messages++;
    var acts = INTERPRETER.acts(utterance(text));
    return decide(new DialogueCommand.Say("m" + messages, text, acts, "u", "next"));
  }

  private FlowDefinition definition() {
    return flow.over(dialogue.rowIds());
  }

  private Utterance utterance(String text) {
    var definition = definition();
    return new Utterance(
        text,
        asked().stream().flatMap(path -> definition.field(path).stream()).toList(),
        definition.fields().filter(field -> field.appliesTo(dialogue)).toList(),
        dialogue.values(),
        Map.of(),
        List.of(),
        definition.groups().values().stream()
            .map(group -> new Utterance.Rows(group, dialogue.rows(group.name()).ids()))
            .toList(),
        CATALOG.texts(flow.name(), dialogue.locale()));
  }

  private Interview decide(DialogueCommand command) {
    var accepted = (Decision.Accepted) DialogueDecider.decide(flow, dialogue, command);
    var events = new ArrayList<>(accepted.events());
    if (events.stream().anyMatch(ConversationEvent.SummaryRequested.class::isInstance)) {
      var now = dialogue.after(events);
      var ready = new DialogueCommand.SummaryReady("A journey.", List.of(), now.rev());
      events.addAll(((Decision.Accepted) DialogueDecider.decide(flow, now, ready)).events());
    }
    dialogue = dialogue.after(events);
    return this;
  }

  List<String> asked() {
    return dialogue.interview().asked();
  }

  boolean completed() {
    return dialogue.completed();
  }

  /** What people said, by path; neither controls nor what was generated. */
  Map<String, String> answers() {
    var answers = new TreeMap<String, String>();
    definition()
        .fields()
        .filter(field -> !field.control() && !field.generated())
        .map(Field::path)
        .forEach(path -> {
          var value = dialogue.values().get(path);
          if (value != null) {
            answers.put(path, value.display());
          }
        });
    return answers;
  }

  /** What the rows of the only group are called, in order. */
  List<String> titles() {
    var group = flow.groups().values().iterator().next();
    return dialogue.rows(group.name()).ids().stream()
        .map(item -> Objects.requireNonNull(dialogue.values().get(group.titleOf(item))))
        .map(FieldValue::display)
        .toList();
  }
}
