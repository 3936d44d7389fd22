package rapport.conversation.reply;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import rapport.contracts.ConversationEvent;
import rapport.contracts.FieldValue;
import rapport.conversation.dialogue.Choices;
import rapport.conversation.dialogue.Decision;
import rapport.conversation.dialogue.Dialogue;
import rapport.conversation.dialogue.DialogueCommand;
import rapport.conversation.dialogue.DialogueDecider;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.understanding.Utterance;
import rapport.conversation.understanding.embedded.EmbeddedInterpreter;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A conversation in some language, from what is written to what is read. */
final class Talk {

  private static final FlowCatalog CATALOG = FlowCatalog.fromClasspath();
  private static final EmbeddedInterpreter INTERPRETER =
      EmbeddedInterpreter.of(CATALOG.languages());
  private static final int MOST_TURNS = 60;

  /** Shorter pieces of text, such as names of options, may be the same in both languages. */
  private static final int SHORTEST = 8;

  private final ReplyWriter writer = new TemplateReplyWriter(CATALOG);
  private final List<String> read = new ArrayList<>();
  private final String locale;
  private final String skip;
  private final FlowDefinition flow;
  private Dialogue dialogue = Dialogue.notStarted(Map.of());

  /**
   * @param skip how one says in this language that a question is passed over
   */
  Talk(String locale, String flow, String skip) {
    this.locale = locale;
    this.skip = skip;
    this.flow = CATALOG.latest(flow);
    decide(new DialogueCommand.Start(locale, "u"));
  }

  /**
   * Answers until the record is complete.
   *
   * @param answers by the first field asked, or its end; what has none is skipped
   */
  Talk interview(Map<String, String> answers) {
    for (var turn = 0; turn < MOST_TURNS && !dialogue.completed(); turn++) {
      var asked = dialogue.interview().asked();
      says(
          answers.entrySet().stream()
              .filter(answer -> !asked.isEmpty() && asked.getFirst().endsWith(answer.getKey()))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElse(skip));
    }
    return this;
  }

  Talk says(String text) {
    var understood = Objects.requireNonNull(INTERPRETER.interpret(utterance(text)).block());
    var id = "m" + dialogue.rev();
    return decide(new DialogueCommand.Say(id, text, understood.acts(), "u", "next"));
  }

  boolean completed() {
    return dialogue.completed();
  }

  /** All replies and buttons so far. */
  List<String> read() {
    return read;
  }

  Map<String, String> values() {
    var values = new TreeMap<String, String>();
    dialogue.values().forEach((path, value) -> values.put(path, shown(value)));
    return values;
  }

  private static String shown(FieldValue value) {
    return value instanceof FieldValue.Tags(var tags) ? String.join(", ", tags) : value.display();
  }

  private FlowDefinition definition() {
    return flow.over(dialogue.rowIds());
  }

  private Utterance utterance(String text) {
    var definition = definition();
    var applying = definition.fields().filter(field -> field.appliesTo(dialogue)).toList();
    var choices = new HashMap<String, List<String>>();
    applying.stream()
        .filter(field -> field.optionsFrom() != null)
        .forEach(field -> choices.put(field.path(), Choices.of(field, dialogue)));
    return new Utterance(
        text,
        dialogue.interview().asked().stream()
            .flatMap(path -> definition.field(path).stream())
            .toList(),
        applying,
        dialogue.values(),
        choices,
        List.of(),
        definition.groups().values().stream()
            .map(group -> new Utterance.Rows(group, dialogue.rows(group.name()).ids()))
            .toList(),
        CATALOG.texts(flow.name(), locale));
  }

  private Talk decide(DialogueCommand command) {
    List<ConversationEvent> events =
        ((Decision.Accepted) DialogueDecider.decide(definition(), dialogue, command)).events();
    var before = dialogue;
    dialogue = dialogue.after(events);
    var plan = ReplyPlanner.plan(definition(), before, events, dialogue);
    if (!plan.isEmpty()) {
      var reply =
          Objects.requireNonNull(writer.write("r", definition(), dialogue.locale(), plan).block());
      read.add(reply.text());
      reply.buttons().forEach(button -> read.add(button.label()));
    }
    return this;
  }

  /** What the English texts say and those of this language do not. */
  Set<String> onlyEnglish() {
    var english = new HashSet<String>();
    for (var file : List.of("messages", flow.name())) {
      english.addAll(sentences("/flows/" + file + ".en.yaml"));
    }
    for (var file : List.of("messages", flow.name())) {
      english.removeAll(sentences("/flows/" + file + "." + locale + ".yaml"));
    }
    return english;
  }

  /** The texts of a file, cut where something is filled in. */
  private static Set<String> sentences(String file) {
    var sentences = new HashSet<String>();
    try (InputStream yaml = Talk.class.getResourceAsStream(file)) {
      texts(new YAMLMapper().readTree(yaml), sentences);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return sentences;
  }

  private static void texts(JsonNode node, Set<String> sentences) {
    if (node.isString()) {
      for (var part : node.asString().split("[{}|\n]", -1)) {
        if (part.strip().length() >= SHORTEST) {
          sentences.add(part.strip());
        }
      }
    }
    node.forEach(child -> texts(child, sentences));
  }
}
