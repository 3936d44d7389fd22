package rapport.health.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.contracts.Origin.CHAT;
import static rapport.contracts.Origin.GENERATED;
import static rapport.contracts.Origin.PANEL;
import static rapport.contracts.Origin.PREFILL;
import static rapport.health.funnel.FlowStory.ask;
import static rapport.health.funnel.FlowStory.asked;
import static rapport.health.funnel.FlowStory.begun;
import static rapport.health.funnel.FlowStory.captured;
import static rapport.health.funnel.FlowStory.corrected;
import static rapport.health.funnel.FlowStory.source;
import static rapport.health.funnel.Funnels.steps;
import static rapport.health.funnel.Step.ANSWERED;
import static rapport.health.funnel.Step.ASKED;
import static rapport.health.funnel.Step.CORRECTED;
import static rapport.health.funnel.Step.REJECTED;
import static rapport.health.funnel.Step.SKIPPED;
import static rapport.health.funnel.Step.UNKNOWN;
import static rapport.health.funnel.Step.VOLUNTEERED;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.ControlAnswered;
import rapport.contracts.ConversationEvent.ControlReopened;
import rapport.contracts.ConversationEvent.FieldCleared;
import rapport.contracts.ConversationEvent.FieldConflicted;
import rapport.contracts.ConversationEvent.FieldParked;
import rapport.contracts.ConversationEvent.FieldRejected;
import rapport.contracts.ConversationEvent.FieldReset;
import rapport.contracts.ConversationEvent.FieldRestored;
import rapport.contracts.ConversationEvent.FieldSkipped;
import rapport.contracts.ConversationEvent.FieldSuggested;
import rapport.contracts.ConversationEvent.FieldUnknown;
import rapport.contracts.ConversationEvent.FlowMigrated;
import rapport.contracts.ConversationEvent.RevisitRequested;
import rapport.contracts.FieldValue;

class FieldStepsTest {

  private static final FieldValue VALUE = FieldValue.text("something");
  private static final String NAME = "persona_name";

  @Test
  void a_question_without_answer_was_asked() {
    assertThat(steps(asked("persona", NAME), NAME)).containsExactly(ASKED);
  }

  @Test
  void a_question_answered_was_asked_and_answered() {
    assertThat(steps(asked("persona", NAME).says("m1", captured(NAME)), NAME))
        .containsExactly(ASKED, ANSWERED);
  }

  @Test
  void what_is_said_unasked_is_volunteered() {
    assertThat(steps(begun().says("m1", captured(NAME)), NAME)).containsExactly(VOLUNTEERED);
  }

  @Test
  void what_is_typed_in_the_panel_unasked_is_volunteered() {
    assertThat(steps(begun().input("edit", captured(NAME, PANEL)), NAME))
        .containsExactly(VOLUNTEERED);
  }

  @Test
  void what_the_workspace_knew_is_nobodys_answer() {
    assertThat(steps(begun().input(null, captured(NAME, PREFILL)), NAME)).isEmpty();
  }

  @Test
  void what_rapport_wrote_unasked_is_nobodys_answer() {
    var story = begun().input(null, captured("ai_generated_summary", GENERATED));
    assertThat(steps(story, "ai_generated_summary")).isEmpty();
  }

  @Test
  void the_last_word_counts_when_a_question_passed_over_is_answered_later() {
    var story = asked("persona", NAME).says("m1", new FieldSkipped(NAME), ask("other"));
    assertThat(steps(story, NAME)).containsExactly(ASKED, SKIPPED);
    assertThat(steps(story.says("m2", captured(NAME)), NAME)).containsExactly(ASKED, ANSWERED);
  }

  @Test
  void not_knowing_is_not_passing_over() {
    assertThat(steps(asked("persona", NAME).says("m1", new FieldUnknown(NAME)), NAME))
        .containsExactly(ASKED, UNKNOWN);
  }

  @Test
  void what_cannot_be_its_value_is_rejected_even_when_an_answer_follows() {
    var story =
        asked("stages", "stage_count")
            .says("m1", new FieldRejected("stage_count", "not-a-number", "loads"))
            .says("m2", answered("stage_count"));
    assertThat(steps(story, "stage_count")).containsExactly(ASKED, ANSWERED, REJECTED);
  }

  @Test
  void a_change_in_the_chat_or_in_the_panel_is_a_correction() {
    var answered = asked("persona", NAME).says("m1", captured(NAME));
    assertThat(steps(answered.says("m2", corrected(NAME, CHAT)), NAME)).contains(CORRECTED);
    var typed = asked("persona", NAME).says("m1", captured(NAME));
    assertThat(steps(typed.input("edit", corrected(NAME, PANEL)), NAME)).contains(CORRECTED);
  }

  @Test
  void a_person_corrects_what_the_workspace_knew() {
    var story = begun().input(null, captured(NAME, PREFILL)).says("m1", corrected(NAME, CHAT));
    assertThat(steps(story, NAME)).containsExactly(VOLUNTEERED, CORRECTED);
  }

  @Test
  void a_change_by_rapport_is_no_correction() {
    var story =
        begun()
            .input(null, captured("ai_generated_summary", GENERATED))
            .input(null, corrected("ai_generated_summary", GENERATED));
    assertThat(steps(story, "ai_generated_summary")).isEmpty();
  }

  @Test
  void clearing_an_answer_is_a_correction_and_leaves_the_question_open() {
    var story =
        asked("persona", NAME)
            .says("m1", captured(NAME))
            .input("edit", new FieldCleared(NAME, VALUE, source(PANEL)));
    assertThat(steps(story, NAME)).containsExactly(ASKED, CORRECTED);
  }

  @Test
  void clearing_what_the_workspace_knew_wrongly_is_no_correction() {
    var story =
        begun()
            .input(null, captured(NAME, PREFILL))
            .says("m1", new FieldCleared(NAME, VALUE, source(CHAT)));
    assertThat(steps(story, NAME)).isEmpty();
  }

  @Test
  void leaving_a_branch_and_coming_back_changes_nothing() {
    var story =
        asked("persona", NAME)
            .says("m1", captured(NAME))
            .says("m2", new FieldParked(NAME))
            .says("m3", new FieldRestored(NAME, VALUE));
    assertThat(steps(story, NAME)).containsExactly(ASKED, ANSWERED);
  }

  @Test
  void values_that_wait_beside_a_field_and_visits_to_it_change_nothing() {
    var story =
        asked("persona", NAME)
            .says("m1", captured(NAME))
            .says("m2", new FieldSuggested(NAME, VALUE, source(CHAT)))
            .input("edit", new FieldConflicted(NAME, VALUE, VALUE, source(PANEL)))
            .says("m3", new RevisitRequested(List.of(NAME)), ask(NAME));
    assertThat(steps(story, NAME)).containsExactly(ASKED, ANSWERED);
  }

  @Test
  void a_control_counts_like_a_field_and_one_that_is_asked_anew_is_open_until_it_is_answered() {
    var story =
        asked("review", "next_action")
            .says("m1", answered("next_action"), new ControlReopened("next_action"));
    assertThat(steps(story, "next_action")).containsExactly(ASKED);
    story.says("m2", answered("next_action"));
    assertThat(steps(story, "next_action")).containsExactly(ASKED, ANSWERED);
  }

  @Test
  void a_control_that_was_asked_is_answered_by_going_on() {
    var implied = new ControlAnswered("ready", new FieldValue.Flag(true), source(GENERATED));
    assertThat(steps(asked("intro", "ready").says("m1", captured(NAME), implied), "ready"))
        .containsExactly(ASKED, ANSWERED);
    assertThat(steps(begun().says("m1", captured(NAME), implied), "ready")).isEmpty();
  }

  @Test
  void a_new_version_of_the_flow_renames_and_drops_without_correcting() {
    var story =
        asked("persona", NAME, "old", "text")
            .says("m1", captured(NAME), captured("old"), captured("text"))
            .input(
                "m2",
                new FlowMigrated(1, 2, Map.of(NAME, "persona.name"), List.of("old")),
                new FieldReset("text", FieldValue.Num.of(3), source(CHAT)));
    var report = Funnels.of(story);
    assertThat(steps(report, "persona.name")).containsExactly(ASKED, ANSWERED);
    assertThat(steps(report, "text")).containsExactly(ASKED, ANSWERED);
    assertThat(steps(report, NAME)).isEmpty();
    assertThat(steps(report, "old")).isEmpty();
  }

  @Test
  void two_fields_may_change_names_with_each_other() {
    var story =
        asked("persona", "a", "b")
            .says("m1", captured("a"))
            .input("m2", new FlowMigrated(1, 2, Map.of("a", "b", "b", "a"), List.of()));
    assertThat(steps(story, "b")).containsExactly(ASKED, ANSWERED);
    assertThat(steps(story, "a")).containsExactly(ASKED);
  }

  private static ConversationEvent answered(String control) {
    return new ControlAnswered(control, VALUE, source(CHAT));
  }
}
