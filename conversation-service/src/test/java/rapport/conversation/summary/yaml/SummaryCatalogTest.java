package rapport.conversation.summary.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import rapport.conversation.flow.yaml.FlowCatalog;

/** Mistakes in the files are found when they are loaded, all of them at once. */
class SummaryCatalogTest {

  private static final FlowCatalog FLOWS = FlowCatalog.fromClasspath();
  private static final Map<String, String> WORDS =
      Map.of("words.en.yaml", resource("/summary/words.en.yaml"));

  @Test
  void finds_all_mistakes_at_once() {
    var problems =
        problems(
            """
            summary: customer-profile
            locale: en
            subject: { field: nick_name, otherwise: this customer }
            kind: summary_kind
            only_name: "{name}."
            nothing: Nothing.
            focus:
              pain points: { words: [pain], fields: [sorrows] }
            texts:
              poem:
                most: 7
                addressed: false
                topics:
                  - id: who
                    part: person
                    weight: 1
                    place: middle
                    focus: glory
                    unless: nobody
                    say:
                      - "{name} is {job_title:a"
                      - "{name} is {job_title:an}."
                      - "{name} earns {wages:amount}."
                      - "{name} is {job_title}."
                      - "{name} is {job_title:a}"
                      - "{name} likes {job_title:likes}."
                      - "{name} has {likes_dislikes:things}."
                      - "{name} has {num_employees:count}."
                      - "{name} rests[ at home]."
                      - "{name} rests]."
                      - "<{job_title:things}; nothing>."
                  - { id: who, part: person, weight: 1, say: [] }
            """);

    assertThat(problems)
        .allMatch(problem -> problem.startsWith("customer-profile.summary.en.yaml: "))
        .anyMatch(problem -> problem.contains("there is no field 'nick_name'"))
        .anyMatch(problem -> problem.contains("there is no field 'sorrows'"))
        .anyMatch(problem -> problem.contains("text 'poem' is no option of summary_kind"))
        .anyMatch(problem -> problem.contains("unknown focus 'glory'"))
        .anyMatch(problem -> problem.contains("stands 'middle'"))
        .anyMatch(problem -> problem.contains("unless there is 'nobody'"))
        .anyMatch(problem -> problem.contains("'}' is missing"))
        .anyMatch(problem -> problem.contains("there is no form 'an'"))
        .anyMatch(problem -> problem.contains("there is no field 'wages'"))
        .anyMatch(problem -> problem.contains("{job_title} names no form"))
        .anyMatch(problem -> problem.contains("does not end like a sentence"))
        .anyMatch(problem -> problem.contains("of type STRING, which has no form LIKES"))
        .anyMatch(problem -> problem.contains("of type TAGS, which has no form THINGS"))
        .anyMatch(problem -> problem.contains("names what is counted"))
        .anyMatch(problem -> problem.contains("the part in brackets quotes no field"))
        .anyMatch(problem -> problem.contains("']' closes nothing"))
        .anyMatch(problem -> problem.contains("an item of the list quotes no field"))
        .anyMatch(problem -> problem.contains("'who' stands twice"))
        .anyMatch(problem -> problem.contains("poem/who says nothing"));
  }

  @Test
  void refuses_keys_it_does_not_know_and_says_where() {
    var summary = resource("/flows/customer-profile.summary.en.yaml");
    assertThat(problems(summary.replace("kind: summary_kind", "colour: blue")))
        .singleElement()
        .asString()
        .matches("customer-profile\\.summary\\.en\\.yaml:\\d+: .*colour.*");
  }

  @Test
  void refuses_a_file_for_a_flow_or_a_language_that_is_not_there() {
    var summary = resource("/flows/customer-profile.summary.en.yaml");
    assertThat(problems(summary.replace("summary: customer-profile", "summary: horoscope")))
        .singleElement()
        .asString()
        .contains("there is no flow 'horoscope'");
    assertThat(problems(summary.replace("locale: en", "locale: tlh")))
        .singleElement()
        .asString()
        .contains("no words for the language 'tlh'");
  }

  @Test
  void finds_what_is_missing_among_the_words_of_a_language() {
    var words =
        resource("/summary/words.en.yaml")
            .replace("  titles:", "  tittles:")
            .replace("adjective: \"", "adjective: \"(");
    assertThatThrownBy(() -> SummaryCatalog.read(Map.of("words.en.yaml", words), Map.of(), FLOWS))
        .isInstanceOf(InvalidSummaryException.class)
        .hasMessageContaining("there is no list 'tittles'")
        .hasMessageContaining("the list 'titles' is missing")
        .hasMessageContaining("is no pattern");
  }

  @Test
  void finds_all_mistakes_in_a_file_with_rows() {
    var problems =
        problems(
            """
            summary: buying-process
            locale: en
            subject: { field: buyer_name, otherwise: this buyer }
            nothing: Nothing.
            untold: [stage_mode]
            focus:
              content: { words: [content], fields: [contents] }
            opening:
              who:
                - "The buyer is {persona_name:any}."
                - "They {buyer_actions:deeds}."
              nobody: []
            rows:
              group: selling_stages
              heading: ["{stage_name:heading}"]
              sentences:
                buyer: ["They {buyer_actions:does}.", "Their {persona_pain_points:list}."]
            """);

    assertThat(problems)
        .anyMatch(problem -> problem.contains("there is no field 'buyer_name'"))
        .anyMatch(problem -> problem.contains("there is no field 'stage_mode'"))
        .anyMatch(problem -> problem.contains("there is no field 'contents'"))
        .anyMatch(problem -> problem.contains("there is no group 'selling_stages'"))
        .anyMatch(problem -> problem.contains("ANY may leave out part of a value"))
        .anyMatch(problem -> problem.contains("DOES may leave out part of a value"))
        .anyMatch(problem -> problem.contains("opening/nobody says nothing"))
        .anyMatch(problem ->
            problem.contains("buying_stages[].buyer_actions is not known in this paragraph"))
        .anyMatch(problem -> problem.contains("persona_pain_points is not known in this paragraph"))
        .anyMatch(problem -> problem.contains("does not end like a sentence"))
        .anyMatch(problem ->
            problem.contains("buying_stages[].duration is neither told with the rows nor left"));
  }

  @Test
  void a_file_with_rows_is_read_as_strictly() {
    var summary = resource("/flows/buying-process.summary.en.yaml");
    assertThat(problems(summary.replace("focus:", "kind: summary_kind\nfocus:")))
        .singleElement()
        .asString()
        .contains("kind");
  }

  @Test
  void patterns_of_another_language_are_no_help() {
    var catalog = SummaryCatalog.fromClasspath(FLOWS);

    assertThat(catalog.find("customer-profile", "en-GB")).isPresent();
    assertThat(catalog.find("customer-profile", "fr-CA")).isEmpty();
    assertThat(catalog.find("horoscope", "en")).isEmpty();
  }

  private static List<String> problems(String yaml) {
    return Objects.requireNonNull(
            catchThrowableOfType(
                InvalidSummaryException.class,
                () ->
                    SummaryCatalog.read(
                        WORDS, Map.of("customer-profile.summary.en.yaml", yaml), FLOWS)))
        .problems();
  }

  static String resource(String path) {
    try (var stream = Objects.requireNonNull(SummaryCatalogTest.class.getResourceAsStream(path))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
