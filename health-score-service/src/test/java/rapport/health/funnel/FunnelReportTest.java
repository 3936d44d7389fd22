package rapport.health.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.contracts.Origin.PANEL;
import static rapport.health.funnel.FlowStory.ask;
import static rapport.health.funnel.FlowStory.asked;
import static rapport.health.funnel.FlowStory.begun;
import static rapport.health.funnel.FlowStory.captured;
import static rapport.health.funnel.Funnels.A_DAY;
import static rapport.health.funnel.Funnels.field;
import static rapport.health.funnel.Funnels.phase;
import static rapport.health.funnel.Funnels.steps;
import static rapport.health.funnel.Step.ABANDONED;
import static rapport.health.funnel.Step.ASKED;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import rapport.contracts.ConversationEvent.FieldSkipped;
import rapport.contracts.ConversationEvent.PhaseCompleted;
import rapport.contracts.ConversationEvent.PhaseEntered;
import rapport.contracts.ConversationEvent.PhaseReopened;
import rapport.contracts.ConversationEvent.QuestionWithdrawn;
import rapport.contracts.ConversationEvent.RevisitRequested;
import rapport.contracts.ConversationEvent.SessionCompleted;
import rapport.contracts.ConversationEvent.SessionResumed;
import rapport.health.funnel.FunnelReport.Sessions;

class FunnelReportTest {

  @Test
  void a_flow_nobody_used_has_no_phases() {
    assertThat(Funnels.of())
        .isEqualTo(new FunnelReport(new Sessions(0, 0, 0, 0, null), new TreeMap<>(), List.of()));
  }

  @Test
  void every_session_started_is_completed_abandoned_or_open() {
    var completed = asked("review", "done").says("m1", new SessionCompleted());
    var left = asked("persona", "name");
    var open = asked("persona", "name").after(Duration.ofHours(2)).says("m1", captured("name"));
    var now = left.now().plus(A_DAY);
    assertThat(Funnels.asOf(now, completed, left, open).sessions())
        .isEqualTo(new Sessions(3, 1, 1, 1, 1.0));
  }

  @Test
  void a_session_that_comes_back_is_no_longer_abandoned() {
    var story = asked("persona", "name");
    var now = story.now().plus(A_DAY);
    assertThat(Funnels.asOf(now, story).sessions().abandoned()).isEqualTo(1);
    story.after(A_DAY.minusMinutes(1)).says("m1", captured("name"));
    assertThat(Funnels.asOf(now, story).sessions().open()).isEqualTo(1);
  }

  @Test
  void a_session_resumed_is_not_completed_until_it_is_so_again() {
    var story =
        asked("review", "done").says("m1", new SessionCompleted()).says("m2", new SessionResumed());
    assertThat(Funnels.of(story).sessions()).isEqualTo(new Sessions(1, 0, 0, 1, null));
    story.says("m3", new SessionCompleted());
    assertThat(Funnels.of(story).sessions()).isEqualTo(new Sessions(1, 1, 0, 0, 1.0));
  }

  @Test
  void a_session_is_left_at_the_fields_its_question_still_waits_for() {
    var story = asked("persona", "name", "pains").says("m1", captured("name"));
    var report = Funnels.asOf(story.now().plus(A_DAY), story);
    assertThat(steps(report, "pains")).containsExactly(ASKED, ABANDONED);
    assertThat(steps(report, "name")).doesNotContain(ABANDONED);
    assertThat(phase(report, "persona").counts().abandoned()).isEqualTo(1);
  }

  @Test
  void a_session_left_at_a_field_it_was_to_see_again_is_left_there() {
    var story =
        asked("persona", "name")
            .says("m1", captured("name"), new RevisitRequested(List.of("name")), ask("name"));
    assertThat(steps(Funnels.asOf(story.now().plus(A_DAY), story), "name")).contains(ABANDONED);
  }

  @Test
  void a_session_left_without_a_question_is_left_in_its_phase_alone() {
    var story = asked("persona", "name").input("edit", new QuestionWithdrawn(List.of("name")));
    var persona = phase(Funnels.asOf(story.now().plus(A_DAY), story), "persona");
    assertThat(persona.counts().abandoned()).isEqualTo(1);
    assertThat(persona.fields().getFirst().counts().abandoned()).isZero();
  }

  @Test
  void a_session_left_before_any_phase_is_left_elsewhere() {
    var story = begun();
    var other = phase(Funnels.asOf(story.now().plus(A_DAY), story), "other");
    assertThat(other.counts().abandoned()).isEqualTo(1);
    assertThat(other.reached()).isZero();
  }

  @Test
  void a_question_of_an_earlier_phase_asked_again_at_the_end_is_left_at_the_end() {
    var story =
        asked("persona", "name")
            .says(
                "m1",
                new FieldSkipped("name"),
                new PhaseCompleted("persona"),
                new PhaseEntered("review"),
                ask("name"));
    var report = Funnels.asOf(story.now().plus(A_DAY), story);
    assertThat(phase(report, "persona").counts().abandoned()).isZero();
    assertThat(phase(report, "review").counts().abandoned()).isEqualTo(1);
    assertThat(phase(report, "persona").fields())
        .extracting(FunnelReport.Field::path)
        .containsExactly("name");
    assertThat(steps(report, "name")).contains(ABANDONED);
  }

  @Test
  void a_phase_counts_a_session_once_however_many_of_its_fields_were_asked() {
    var story = asked("persona", "name", "pains").says("m1", captured("name"), captured("pains"));
    assertThat(phase(Funnels.of(story), "persona").counts())
        .isEqualTo(new Counts(1, 1, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void a_phase_is_reached_by_entering_it_and_completed_until_it_is_opened_again() {
    var story =
        asked("persona", "name")
            .says(
                "m1", captured("name"), new PhaseCompleted("persona"), new PhaseEntered("stages"));
    var through = phase(Funnels.of(story), "persona");
    assertThat(List.of(through.reached(), through.completed())).containsExactly(1L, 1L);
    assertThat(through.medianSeconds()).isEqualTo(60);
    var again = phase(Funnels.of(story.says("m2", new PhaseReopened("persona"))), "persona");
    assertThat(List.of(again.reached(), again.completed())).containsExactly(1L, 0L);
    assertThat(again.medianSeconds()).isNull();
  }

  @Test
  void a_phase_in_which_nothing_had_to_be_asked_is_reached_and_completed() {
    var story = begun().says("m1", captured("name"), new PhaseCompleted("persona"));
    var persona = phase(Funnels.of(story), "persona");
    assertThat(List.of(persona.reached(), persona.completed())).containsExactly(1L, 1L);
  }

  @Test
  void a_volunteered_field_belongs_to_the_phase_in_which_others_are_asked_it() {
    var volunteered = begun().says("m1", captured("name"));
    var report = Funnels.of(volunteered, asked("persona", "name"));
    assertThat(phase(report, "persona").counts().volunteered()).isEqualTo(1);
    assertThat(field(report, "name").counts().volunteered()).isEqualTo(1);
  }

  @Test
  void a_field_nobody_was_asked_stands_at_the_end_under_other() {
    var report = Funnels.of(asked("persona", "name").input("edit", captured("profile_id", PANEL)));
    assertThat(report.phases().getLast().phase()).isEqualTo(FlowOutline.OTHER);
    assertThat(phase(report, "other").fields())
        .extracting(FunnelReport.Field::path)
        .containsExactly("profile_id");
  }

  @Test
  void a_field_asked_in_two_phases_belongs_to_the_one_that_most_were_asked_it_in() {
    var report =
        Funnels.of(asked("review", "name"), asked("persona", "name"), asked("persona", "name"));
    assertThat(phase(report, "persona").counts().asked()).isEqualTo(3);
    assertThat(phase(report, "review").counts().asked()).isZero();
  }

  @Test
  void phases_stand_in_the_order_of_the_flow_although_somebody_jumped_ahead() {
    var jumper =
        asked("a", "x").says("m1", new PhaseEntered("c")).says("m2", new PhaseEntered("b"));
    var walker = asked("a", "x").says("m1", new PhaseEntered("b"));
    assertThat(
            Funnels.of(jumper, walker, asked("a", "x").says("m1", new PhaseEntered("b"))).phases())
        .extracting(FunnelReport.Phase::phase)
        .containsExactly("a", "b", "c");
  }

  @Test
  void an_answer_takes_as_long_as_from_the_first_question_to_the_first_answer() {
    var story =
        asked("persona", "name")
            .says("m1", ask("name"))
            .says("m2", new FieldSkipped("name"))
            .says("m3", captured("name"));
    assertThat(field(Funnels.of(story), "name").medianSeconds()).isEqualTo(120);
  }

  @Test
  void what_was_volunteered_took_no_time_nor_does_seeing_it_again() {
    var story =
        begun()
            .says("m1", captured("name"))
            .says("m2", new RevisitRequested(List.of("name")), ask("name"))
            .says("m3", FlowStory.corrected("name", PANEL));
    assertThat(field(Funnels.of(story), "name").medianSeconds()).isNull();
  }

  @Test
  void sessions_are_counted_by_language() {
    assertThat(Funnels.of(begun("en"), begun("de"), begun("de")).locales())
        .isEqualTo(Map.of("en", 1L, "de", 2L));
  }
}
