package rapport.health.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.contracts.Origin.GENERATED;
import static rapport.health.funnel.FlowStory.ask;
import static rapport.health.funnel.FlowStory.asked;
import static rapport.health.funnel.FlowStory.captured;
import static rapport.health.funnel.Funnels.field;
import static rapport.health.funnel.Funnels.steps;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rapport.contracts.ConversationEvent.FieldSkipped;
import rapport.contracts.ConversationEvent.FlowMigrated;

class RepeatGroupsTest {

  private static final String S1 = "buying_stages[s1].duration";
  private static final String S2 = "buying_stages[s2].duration";
  private static final String DURATION = "buying_stages[].duration";

  @Test
  void a_field_of_rows_counts_sessions_and_times() {
    var two =
        asked("stages", S1).says("m1", captured(S1), ask(S2)).says("m2", new FieldSkipped(S2));
    var one = asked("stages", S1).says("m1", captured(S1));
    var duration = field(Funnels.of(two, one), DURATION);
    assertThat(duration.sessions()).isEqualTo(2);
    assertThat(duration.counts()).isEqualTo(new Counts(2, 2, 1, 0, 0, 0, 0, 0));
    assertThat(duration.times()).isEqualTo(new Counts(3, 2, 1, 0, 0, 0, 0, 0));
  }

  @Test
  void a_field_outside_of_groups_has_no_times() {
    assertThat(field(Funnels.of(asked("persona", "name")), "name").times()).isNull();
  }

  @Test
  void every_row_tells_its_own_time() {
    var story =
        asked("stages", S1)
            .says("m1", captured(S1), ask(S2))
            .after(Duration.ofMinutes(2))
            .says("m2", captured(S2));
    var duration = field(Funnels.of(story), DURATION);
    assertThat(duration.medianSeconds()).isEqualTo(60);
    assertThat(duration.p90Seconds()).isEqualTo(180);
  }

  @Test
  void a_session_left_at_a_row_is_left_once_at_its_field() {
    var story = asked("stages", S1, S2).says("m1", captured(S1), ask(S2));
    var duration = field(Funnels.asOf(story.now().plus(Funnels.A_DAY), story), DURATION);
    assertThat(duration.counts().abandoned()).isEqualTo(1);
    assertThat(duration.times()).isEqualTo(new Counts(2, 1, 0, 0, 0, 0, 0, 1));
  }

  @Test
  void a_new_version_of_the_flow_renames_a_field_of_every_row() {
    var renamed = Map.of(DURATION, "stages[].takes");
    var story =
        asked("stages", S1)
            .says("m1", captured(S1), ask(S2))
            .input("m2", new FlowMigrated(1, 2, renamed, List.of()));
    var report = Funnels.of(story);
    assertThat(field(report, "stages[].takes").times())
        .isEqualTo(new Counts(2, 1, 0, 0, 0, 0, 0, 0));
    assertThat(steps(report, DURATION)).isEmpty();
    assertThat(story.progress().pending()).containsExactly("stages[s2].takes");
  }

  @Test
  void a_new_version_of_the_flow_drops_a_field_of_every_row() {
    var story =
        asked("stages", S1)
            .says("m1", captured(S1), ask(S2))
            .input("m2", new FlowMigrated(1, 2, Map.of(), List.of(DURATION)));
    assertThat(steps(story, DURATION)).isEmpty();
    assertThat(story.progress().pending()).isEmpty();
  }

  @Test
  void names_that_a_template_gives_its_rows_are_nobodys_answer() {
    var name = "buying_stages[s1].stage_name";
    assertThat(steps(asked("stages", S1).says("m1", captured(name, GENERATED)), name)).isEmpty();
  }

  @Test
  void an_odd_path_is_counted_as_it_is() {
    assertThat(steps(asked("stages", "odd[", "odd]x["), "odd[")).containsExactly(Step.ASKED);
  }
}
