package rapport.conversation.understanding.spoken;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.conversation.flow.yaml.FlowCatalog;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

class LanguageDetectorTest {

  private static final List<String> OFFERED = List.of("en", "de", "es", "ar");

  private final LanguageDetector detector = new LanguageDetector();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Unser Kunde ist um die vierzig und wohnt in Hamburg | de",
        "en | sie möchte vor allem zeit sparen | de",
        "en | Guten Tag | de",
        "en | Hallo, ich suche eine Software für unser Team | de",
        "en | Hola | es",
        "en | Hola, ¿qué tal? Tenemos un equipo de diez personas | es",
        "en | La clienta tiene unos 35 años y vive en Sevilla | es",
        "en | يعمل في شركة صغيرة في الرياض | ar",
        "en | مرحبا | ar",
        "de | She is a nurse and wants to get back into shape | en",
        "de | What does that cost? | en",
        "de | Creo que le gusta mucho el deporte | es",
        "es | Ich weiß es nicht genau, vielleicht vierzig | de",
        "es | I think she is about forty | en",
        "ar | Our customers are mostly small agencies in the north | en",
        "ar | Wir sind ein kleines Team mit acht Leuten | de",
        "de-CH | We have no budget for that this year | en",
      })
  void notices_another_language(String spoken, String text, String other) {
    assertThat(detector.otherLanguage(text, spoken, OFFERED)).contains(other);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "42",
        "👍",
        "Hamburg",
        "Los Angeles",
        "El Paso",
        "Die Hard, Das Boot",
        "Maria de la Cruz",
        "San Francisco, Los Gatos, La Jolla",
        "Der Spiegel and Die Zeit",
        "no",
        "ja",
        "si",
        "un",
        "Vorsprung durch Technik",
        "Kindergarten teacher",
        "la vida loca",
        "She reads El País and La Vanguardia every morning",
        "He says ¿qué tal? to everybody he meets",
        "They say \"das ist gut\" when they like something",
        "info@der-und-die-das.de",
        "https://www.los-de-siempre.es/para/todos",
        "Jürgen Müller, Geschäftsführer",
        "SaaS",
      })
  void takes_names_and_loan_words_for_english(String text) {
    assertThat(detector.otherLanguage(text, "en", OFFERED)).isEmpty();
  }

  @Test
  void offers_no_language_the_conversation_cannot_be_held_in() {
    var german = "Unser Kunde ist um die vierzig und wohnt in Hamburg";
    assertThat(detector.otherLanguage(german, "en", List.of("en", "es"))).isEmpty();
  }

  @Test
  void knows_every_language_a_conversation_can_be_held_in() {
    assertThat(detector.known()).containsAll(FlowCatalog.fromClasspath().languages());
  }

  @Test
  void leaves_a_conversation_alone_whose_language_it_does_not_know() {
    assertThat(detector.otherLanguage("Guten Tag, wir suchen eine Software", "fi", OFFERED))
        .isEmpty();
  }

  @Test
  void takes_no_english_answer_for_another_language() throws IOException {
    for (var file : List.of("tune", "test")) {
      for (var answer : answers("/evaluation/" + file + ".jsonl")) {
        assertThat(detector.otherLanguage(answer, "en", OFFERED)).as(answer).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "es", "ar"})
  void takes_no_sentence_of_a_flow_for_another_language(String language) {
    var texts = sentences("/flows/customer-profile." + language + ".yaml");
    assertThat(texts).hasSizeGreaterThan(50);
    for (var text : texts) {
      assertThat(detector.otherLanguage(text, language, OFFERED)).as(text).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"en,de", "en,es", "en,ar", "de,en", "de,es", "es,de", "ar,en"})
  void notices_most_sentences_of_a_flow_in_another_language(String spoken, String language) {
    var texts =
        sentences("/flows/customer-profile." + language + ".yaml").stream()
            .filter(text -> text.split("\\s+").length > 4)
            .toList();
    var noticed =
        texts.stream()
            .filter(text ->
                detector.otherLanguage(text, spoken, OFFERED).filter(language::equals).isPresent())
            .count();
    assertThat((double) noticed / texts.size()).isGreaterThan(0.85);
  }

  /** What a flow's texts ask and explain, as far as nothing is filled in. */
  private static List<String> sentences(String resource) {
    try (var file = LanguageDetectorTest.class.getResourceAsStream(resource)) {
      var root = new YAMLMapper().readTree(Objects.requireNonNull(file));
      return Stream.of("intro", "ask", "help", "why")
          .flatMap(part -> root.findValues(part).stream())
          .filter(JsonNode::isString)
          .flatMap(node -> Stream.of(node.asString().split("\\|")))
          .filter(text -> !text.contains("{"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> answers(String resource) throws IOException {
    var json = JsonMapper.shared();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(LanguageDetectorTest.class.getResourceAsStream(resource)),
                StandardCharsets.UTF_8))) {
      return lines.lines().map(line -> json.readTree(line).path("text").asString()).toList();
    }
  }
}
