package rapport.conversation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rapport.contracts.FieldValue;
import rapport.conversation.dialogue.Act;
import rapport.conversation.flow.yaml.FlowCatalog;

class JudgementTest {

  private static final FlowCatalog FLOWS = FlowCatalog.fromClasspath();
  private static final String AGE = "demographics.age";
  private static final String STAGES = "buying_stages";

  private static GuidedAnswer expecting(
      String flow, List<String> asked, Map<String, Object> context, Map<String, String> expected) {
    return new GuidedAnswer(
        "a1", flow, "B2C", asked, context, "text", List.of("fill"), expected, "en");
  }

  private static GuidedAnswer expecting(Map<String, String> expected) {
    return expecting("customer-profile", List.of(AGE), Map.of(), expected);
  }

  private static Judgement judge(GuidedAnswer answer, Act... acts) {
    var moment = Moment.of(answer, FLOWS.latest(answer.flow()));
    return Judgement.of(answer, moment, Taken.of(moment, answer.text(), List.of(acts)));
  }

  private static Act fill(String path, String value) {
    return new Act.Fill(path, FieldValue.text(value), "text", 0.9);
  }

  @Test
  void typed_values_are_right_when_they_are_equal_once_normalised() {
    assertThat(judge(expecting(Map.of(AGE, "30-39")), fill(AGE, "thirties")).exact()).isTrue();
    assertThat(judge(expecting(Map.of(AGE, "30-39")), fill(AGE, "30-38")).exact()).isFalse();
  }

  @Test
  void lengths_of_time_are_right_when_they_are_as_long() {
    var path = "demographics.years_in_business";
    var wanted =
        new GuidedAnswer(
            "a1",
            "customer-profile",
            "B2B",
            List.of(path),
            Map.of(),
            "text",
            List.of(),
            Map.of(path, "18 months"),
            "en");

    assertThat(judge(wanted, fill(path, "1.5 years")).exact()).isTrue();
    assertThat(judge(wanted, fill(path, "18 years")).exact()).isFalse();
  }

  @Test
  void words_are_right_when_they_share_most_of_their_tokens() {
    var path = "psychographics.hobbies";
    var wanted = expecting(Map.of(path, "hiking and baking sourdough"));

    assertThat(judge(wanted, fill(path, "Hiking, baking sourdough")).exact()).isTrue();
    assertThat(judge(wanted, fill(path, "watching films, hiking")).exact()).isFalse();
  }

  @Test
  void lists_are_right_when_they_share_most_of_their_entries() {
    var path = "psychographics.likes_dislikes";
    var wanted = expecting(Map.of(path, "dogs, rain, tea"));

    assertThat(judge(wanted, fill(path, "tea, dogs, cats")).exact()).isTrue();
    assertThat(judge(wanted, fill(path, "tea, dogs, cats, ants, bees")).exact()).isFalse();
  }

  @Test
  void what_nobody_expected_counts_as_written_and_not_right() {
    var judgement = judge(expecting(Map.of(AGE, "42")), fill(AGE, "42"), fill("job_title", "CFO"));

    assertThat(judgement.exact()).isFalse();
    assertThat(Tally.of(judgement.values())).isEqualTo(new Tally(1, 2, 1, 0));
  }

  @Test
  void another_value_in_an_expected_field_is_a_wrong_one() {
    var judgement = judge(expecting(Map.of(AGE, "42")), fill(AGE, "24"));

    assertThat(Tally.of(judgement.values())).isEqualTo(new Tally(1, 1, 0, 1));
  }

  @Test
  void what_the_dialogue_refuses_is_not_written() {
    assertThat(judge(expecting(Map.of()), fill(AGE, "ninehundred")).exact()).isTrue();
  }

  @Test
  void an_emptied_field_is_expected_as_such() {
    var answer =
        expecting(
            "customer-profile", List.of(), Map.of("job_title", "CFO"), Map.of("job_title", ""));

    assertThat(judge(answer, new Act.Clear("job_title")).exact()).isTrue();
    assertThat(judge(answer).exact()).isFalse();
  }

  @Test
  void a_field_of_the_row_that_is_talked_about_needs_no_row() {
    var path = "buying_stages[].duration";
    var answer = expecting("buying-process", List.of(path), Map.of(), Map.of(path, "2 weeks"));

    assertThat(judge(answer, fill("buying_stages[s2].duration", "2 weeks")).exact()).isTrue();
  }

  @Test
  void a_row_is_known_by_its_title() {
    var answer =
        expecting(
            "buying-process",
            List.of(),
            Map.of(STAGES, List.of("Search", "Trial")),
            Map.of("buying_stages[Trial].duration", "2 weeks"));

    assertThat(judge(answer, fill("buying_stages[s2].duration", "2 weeks")).exact()).isTrue();
    assertThat(judge(answer, fill("buying_stages[s1].duration", "2 weeks")).exact()).isFalse();
  }

  @Test
  void what_is_done_to_rows_shows_in_their_titles() {
    var answer =
        expecting(
            "buying-process",
            List.of(),
            Map.of(STAGES, List.of("Search", "Trial", "Deal")),
            Map.of(STAGES, "Search, Deal"));

    assertThat(judge(answer, new Act.RemoveItem(STAGES, "s2", "no trial")).exact()).isTrue();
    assertThat(judge(answer, new Act.RemoveItem(STAGES, "s1", "no search")).exact()).isFalse();
  }

  @Test
  void acts_are_right_when_each_labelled_one_is_there_and_no_other() {
    var labelled = expecting(Map.of());

    assertThat(judge(labelled, fill(AGE, "42")).actsRight()).isTrue();
    assertThat(judge(labelled, fill(AGE, "42"), new Act.Back()).actsRight()).isFalse();
    assertThat(judge(labelled, new Act.Skip(List.of())).actsRight()).isFalse();
  }
}
