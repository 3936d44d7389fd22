package rapport.conversation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rapport.conversation.flow.yaml.FlowCatalog;

class AnswerFileTest {

  private static final FlowCatalog FLOWS = FlowCatalog.fromClasspath();

  private static AnswerFile read(String... lines) {
    return AnswerFile.read("answers.jsonl", List.of(lines), FLOWS);
  }

  @Test
  void reads_what_was_asked_said_and_expected() {
    var file =
        read(
            """
            {"id":"a1","flow":"customer-profile","segment":"B2B","asked":["demographics.age"],\
            "context":{"job_title":"CFO"},"text":"in her forties","acts":["fill"],\
            "expected":{"demographics.age":"40-49"},"locale":"en"}\
            """);

    assertThat(file.problems()).isEmpty();
    var answer = file.answers().getFirst();
    assertThat(answer.asked()).containsExactly("demographics.age");
    assertThat(answer.context()).containsEntry("job_title", "CFO");
    assertThat(answer.expected()).containsEntry("demographics.age", "40-49");
  }

  @Test
  void calls_a_flow_by_the_word_its_name_begins_with() {
    var file = read("{\"flow\":\"lead\",\"text\":\"hi\",\"expected\":{}}");

    assertThat(file.problems()).isEmpty();
    assertThat(file.answers().getFirst().flow()).isEqualTo("lead-to-sales");
  }

  @Test
  void takes_numbers_lists_and_nothing_as_expected_values() {
    var file =
        read(
            """
            {"flow":"customer-profile","text":"x","expected":{"demographics.family_size":4,\
            "psychographics.likes_dislikes":["dogs","rain"],"job_title":null}}\
            """);

    assertThat(file.answers().getFirst().expected())
        .containsEntry("demographics.family_size", "4")
        .containsEntry("psychographics.likes_dislikes", "dogs, rain")
        .containsEntry("job_title", "");
  }

  @Test
  void says_of_every_bad_line_where_it_is_and_what_is_wrong_and_reads_the_rest() {
    var file =
        read(
            "{",
            "[]",
            "{\"flow\":\"leads\",\"text\":\"hi\",\"expected\":{}}",
            "",
            "{\"flow\":\"customer-profile\",\"expected\":{}}",
            "{\"flow\":\"customer-profile\",\"text\":\"x\",\"expected\":{\"shoe_size\":\"9\"}}",
            "{\"flow\":\"customer-profile\",\"text\":\"x\",\"asked\":\"job_title\",\"expected\":{}}",
            "{\"flow\":\"customer-profile\",\"text\":\"x\",\"locale\":\"tlh\",\"expected\":{}}",
            "{\"flow\":\"customer-profile\",\"text\":\"x\"}",
            "{\"flow\":\"customer-profile\",\"text\":\"x\",\"expected\":{}}");

    assertThat(file.answers()).hasSize(1);
    assertThat(file.problems()).hasSize(8);
    assertThat(file.problems().getFirst()).startsWith("answers.jsonl:1: no JSON");
    assertThat(file.problems().subList(1, 8))
        .containsExactly(
            "answers.jsonl:2: no JSON object",
            "answers.jsonl:3: there is no flow leads",
            "answers.jsonl:5: text must be a text",
            "answers.jsonl:6: the flow customer-profile has no field shoe_size",
            "answers.jsonl:7: asked must be a list of texts",
            "answers.jsonl:8: nothing understands the language tlh",
            "answers.jsonl:9: expected must be an object");
  }

  @Test
  void knows_a_field_by_its_end_where_only_one_has_that() {
    var file =
        read("{\"flow\":\"buying-process\",\"text\":\"x\",\"expected\":{\"pain_points\":\"y\"}}");

    assertThat(file.answers().getFirst().expected()).containsOnlyKeys("persona_pain_points");
  }
}
