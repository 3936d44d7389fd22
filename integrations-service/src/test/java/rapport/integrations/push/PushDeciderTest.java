package rapport.integrations.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rapport.contracts.FieldValue;
import rapport.integrations.push.Said.Weight;

/** Whose value stands in a CRM. */
class PushDeciderTest {

  @Test
  void an_empty_place_takes_what_we_know() {
    assertThat(decide(said("Acme", Weight.OURS), null, null).write()).containsKey("Company");
  }

  @Test
  void what_a_person_wrote_over_there_stays() {
    var decision = decide(said("Acme", Weight.OURS), "Acme Holding", "Acme Inc");
    assertThat(decision.write()).isEmpty();
    assertThat(decision.kept()).containsExactly("company");
  }

  @Test
  void what_is_there_because_we_wrote_it_follows_what_we_write_next() {
    var decision = decide(said("Acme", Weight.OURS), "Acme Inc", "Acme Inc");
    assertThat(decision.write()).containsEntry("Company", FieldValue.text("Acme"));
    assertThat(decision.kept()).isEmpty();
  }

  @Test
  void what_we_may_have_written_is_ours_too() {
    var job = job(Map.of(), List.of(Map.of("Company", FieldValue.text("Acme Inc"))));
    var decision =
        PushDecider.decide(
            Map.of("company", said("Acme", Weight.OURS)),
            Map.of("company", "Company"),
            Map.of("Company", FieldValue.text("acme inc ")),
            job);
    assertThat(decision.write()).containsKey("Company");
  }

  @Test
  void what_a_colleague_settled_here_outweighs_what_is_there() {
    assertThat(decide(said("Acme", Weight.SETTLED), "Acme Holding", null).write())
        .containsEntry("Company", FieldValue.text("Acme"));
  }

  @Test
  void what_is_the_same_but_for_spaces_and_capitals_is_not_written_again() {
    var decision = decide(said("ACME ", Weight.SETTLED), "acme", null);
    assertThat(decision.write()).isEmpty();
    assertThat(decision.kept()).isEmpty();
  }

  @Test
  void a_score_that_was_rounded_over_there_is_not_written_again() {
    assertThat(decide(said("73.25", Weight.FIGURE), "73.3", "73.25").write()).isEmpty();
    assertThat(decide(said("74", Weight.FIGURE), "73.3", "73.25").write()).hasSize(1);
  }

  private static Said said(String text, Weight weight) {
    return new Said(FieldValue.text(text), weight);
  }

  private static PushDecision decide(Said said, @Nullable String there, @Nullable String written) {
    return PushDecider.decide(
        Map.of("company", said),
        Map.of("company", "Company"),
        there == null ? null : Map.of("Company", FieldValue.text(there)),
        job(written == null ? Map.of() : Map.of("Company", FieldValue.text(written)), List.of()));
  }

  private static Job job(Map<String, FieldValue> written, List<Map<String, FieldValue>> tried) {
    return new Job(
        Kind.LEAD,
        "l-1",
        "",
        Job.State.WAITING,
        1,
        0,
        null,
        null,
        null,
        written,
        tried,
        List.of(),
        null,
        null);
  }
}
