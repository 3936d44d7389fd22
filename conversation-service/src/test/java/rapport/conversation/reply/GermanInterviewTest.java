package rapport.conversation.reply;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
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

/** A whole interview in German, from what is written to what is read. */
class GermanInterviewTest {

  private static final FlowCatalog CATALOG = FlowCatalog.fromClasspath();
  private static final FlowDefinition FLOW = CATALOG.latest("customer-profile");
  private static final int MOST_TURNS = 60;

  /** What is answered when a field is the first one asked. */
  private static final Map<String, String> ANSWERS =
      Map.ofEntries(
          Map.entry("ready", "Ja, los geht's!"),
          Map.entry("type", "Sie zahlt dafür"),
          Map.entry("b2b_b2c", "für ihre Firma"),
          Map.entry("prototype_name", "Nennen wir sie Nora Lindqvist"),
          Map.entry("company_name", "für die Brightwater GmbH"),
          Map.entry("job_title", "Sie ist Einkaufsleiterin"),
          Map.entry(
              "demographics.age",
              "Mitte 40, verdient rund 85.000 Euro und hat eine kaufmännische Ausbildung"),
          Map.entry(
              "demographics.work_experience", "Hat im Lager angefangen; Senior; Maschinenbau"),
          Map.entry(
              "demographics.num_employees",
              "etwa 1.200 Mitarbeitende, 3 Mio. Euro Umsatz, drei Standorte"),
          Map.entry("demographics.years_in_business", "seit über zwanzig Jahren"),
          Map.entry("demographics.markets_served", "weiß ich leider nicht"),
          Map.entry("psychographics.decision_making", "Vergleicht drei Angebote"),
          Map.entry("psychographics.likes_dislikes", "mag klare Preise, hasst lange Verträge"),
          Map.entry("behavioral.media_consumption", "Fachzeitschriften und LinkedIn"),
          Map.entry("behavioral.habits_skills", "Plant jeden Montagmorgen"),
          Map.entry("behavioral.research_methods", "Fragt Kolleginnen"),
          Map.entry("environment.technology_landscape", "SAP und Excel"),
          Map.entry("environment.buying_power", "bis 10.000 Euro ohne Rückfrage"),
          Map.entry("environment.purchasing_process", "Zwei Angebote, dann die Chefin"),
          Map.entry("review_now", "ja, passt"),
          Map.entry("want_summary", "nein danke"));

  private final EmbeddedInterpreter interpreter = EmbeddedInterpreter.of(CATALOG.languages());
  private final ReplyWriter writer = new TemplateReplyWriter(CATALOG);
  private final List<String> read = new ArrayList<>();
  private Dialogue dialogue = Dialogue.notStarted(Map.of());

  @Test
  void captures_everything_that_is_said_in_german() {
    interview();

    assertThat(dialogue.completed()).isTrue();
    assertThat(values())
        .containsEntry("type", "Economic Buyer")
        .containsEntry("b2b_b2c", "B2B")
        .containsEntry("prototype_name", "Nora Lindqvist")
        .containsEntry("company_name", "Brightwater GmbH")
        .containsEntry("job_title", "Einkaufsleiterin")
        .containsEntry("demographics.age", "44-46")
        .containsEntry("demographics.income", "85000 EUR")
        .containsEntry("demographics.education", "kaufmännische Ausbildung")
        .containsEntry("demographics.work_experience", "Hat im Lager angefangen")
        .containsEntry("demographics.level_of_experience", "Senior")
        .containsEntry("demographics.industry", "Maschinenbau")
        .containsEntry("demographics.num_employees", "1200")
        .containsEntry("demographics.annual_revenue", "3000000 EUR")
        .containsEntry("demographics.num_locations", "3")
        .containsEntry("demographics.years_in_business", "20+ Jahre")
        .containsEntry("psychographics.likes_dislikes", "mag klare Preise, hasst lange Verträge")
        .containsEntry("environment.buying_power", "bis 10.000 Euro ohne Rückfrage")
        .doesNotContainKey("demographics.markets_served");
  }

  @Test
  void reads_german_from_the_first_word_to_the_last() {
    interview();
    for (var said :
        List.of(
            "danke",
            "was haben wir bisher?",
            "warum fragst du?",
            "was meinst du damit?",
            "Hilfe",
            "wie viele Fragen kommen noch?",
            "kann ich mit einem Menschen sprechen?",
            "xyzzy",
            "rückgängig",
            "zurück zum Alter",
            "uralt",
            "sie ist 45",
            "tschüss")) {
      says(said);
    }
    var english = onlyEnglish();

    assertThat(english).hasSizeGreaterThan(300);
    assertThat(read)
        .isNotEmpty()
        .allSatisfy(text ->
            assertThat(english.stream().filter(text::contains).toList()).as(text).isEmpty());
  }

  @Test
  void writes_amounts_and_lists_as_german_does() {
    interview();

    assertThat(String.join("\n", read))
        .contains("85.000\u00a0€")
        .contains("1.200")
        .contains(" und ")
        .contains("Jahreseinkommen");
  }

  private void interview() {
    decide(new DialogueCommand.Start("de", "u"));
    for (var turn = 0; turn < MOST_TURNS && !dialogue.completed(); turn++) {
      var asked = dialogue.interview().asked();
      says(asked.isEmpty() ? "weiter" : ANSWERS.getOrDefault(asked.getFirst(), "überspringen"));
    }
  }

  private void says(String text) {
    var understood = Objects.requireNonNull(interpreter.interpret(utterance(text)).block());
    var id = "m" + dialogue.rev();
    decide(new DialogueCommand.Say(id, text, understood.acts(), "u", "next"));
  }

  private Utterance utterance(String text) {
    var applying = FLOW.fields().filter(field -> field.appliesTo(dialogue)).toList();
    var choices = new HashMap<String, List<String>>();
    applying.stream()
        .filter(field -> field.optionsFrom() != null)
        .forEach(field -> choices.put(field.path(), Choices.of(field, dialogue)));
    return new Utterance(
        text,
        dialogue.interview().asked().stream().flatMap(path -> FLOW.field(path).stream()).toList(),
        applying,
        dialogue.values(),
        choices,
        List.of(),
        List.of(),
        CATALOG.texts(FLOW.name(), dialogue.locale()));
  }

  private void decide(DialogueCommand command) {
    List<ConversationEvent> events =
        ((Decision.Accepted) DialogueDecider.decide(FLOW, dialogue, command)).events();
    var after = dialogue.after(events);
    var plan = ReplyPlanner.plan(FLOW, dialogue, events, after);
    dialogue = after;
    if (!plan.isEmpty()) {
      var reply = Objects.requireNonNull(writer.write("r", FLOW, after.locale(), plan).block());
      read.add(reply.text());
      reply.buttons().forEach(button -> read.add(button.label()));
    }
  }

  private Map<String, String> values() {
    var values = new TreeMap<String, String>();
    dialogue.values().forEach((path, value) -> values.put(path, shown(value)));
    return values;
  }

  private static String shown(FieldValue value) {
    return value instanceof FieldValue.Tags(var tags) ? String.join(", ", tags) : value.display();
  }

  /** What the English files say and the German ones do not. */
  private static Set<String> onlyEnglish() {
    var english = new HashSet<String>();
    for (var file : List.of("messages", "customer-profile")) {
      english.addAll(sentences("/flows/" + file + ".en.yaml"));
    }
    for (var file : List.of("messages", "customer-profile")) {
      english.removeAll(sentences("/flows/" + file + ".de.yaml"));
    }
    return english;
  }

  /** The texts of a file, cut where something is filled in. */
  private static Set<String> sentences(String file) {
    var sentences = new HashSet<String>();
    try (InputStream yaml = GermanInterviewTest.class.getResourceAsStream(file)) {
      texts(new YAMLMapper().readTree(yaml), sentences);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return sentences;
  }

  private static void texts(JsonNode node, Set<String> sentences) {
    if (node.isString()) {
      for (var part : node.asString().split("[{}|\n]", -1)) {
        if (part.strip().length() > 7) {
          sentences.add(part.strip());
        }
      }
    }
    node.forEach(child -> texts(child, sentences));
  }
}
