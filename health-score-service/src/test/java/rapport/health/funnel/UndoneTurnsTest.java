package rapport.health.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.contracts.Origin.CHAT;
import static rapport.contracts.Origin.PANEL;
import static rapport.health.funnel.FlowStory.ask;
import static rapport.health.funnel.FlowStory.asked;
import static rapport.health.funnel.FlowStory.captured;
import static rapport.health.funnel.FlowStory.corrected;
import static rapport.health.funnel.FlowStory.source;
import static rapport.health.funnel.Funnels.field;
import static rapport.health.funnel.Funnels.phase;
import static rapport.health.funnel.Funnels.steps;
import static rapport.health.funnel.Step.ANSWERED;
import static rapport.health.funnel.Step.ASKED;
import static rapport.health.funnel.Step.CORRECTED;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import rapport.contracts.ConversationEvent.FieldRejected;
import rapport.contracts.ConversationEvent.FieldReset;
import rapport.contracts.ConversationEvent.FieldSkipped;
import rapport.contracts.ConversationEvent.ItemAdded;
import rapport.contracts.ConversationEvent.ItemRemoved;
import rapport.contracts.ConversationEvent.PhaseCompleted;
import rapport.contracts.ConversationEvent.PhaseEntered;
import rapport.contracts.ConversationEvent.PhaseReopened;
import rapport.contracts.ConversationEvent.SessionCompleted;
import rapport.contracts.ConversationEvent.SessionResumed;
import rapport.contracts.ConversationEvent.TurnUndone;
import rapport.contracts.FieldValue;

class UndoneTurnsTest {

  private static final FieldValue VALUE = FieldValue.text("something");

  @Test
  void an_answer_taken_back_is_none_and_the_question_it_led_to_was_not_asked() {
    var story =
        asked("persona", "name")
            .says("m1", captured("name"), ask("pains"))
            .says("m2", new TurnUndone("m1"), new FieldReset("name", null, null), ask("name"));
    assertThat(steps(story, "name")).containsExactly(ASKED);
    assertThat(steps(story, "pains")).isEmpty();
  }

  @Test
  void the_time_of_an_answer_is_that_of_the_one_that_stands() {
    var story =
        asked("persona", "name")
            .says("m1", captured("name"), ask("pains"))
            .says("m2", new TurnUndone("m1"), new FieldReset("name", null, null), ask("name"))
            .says("m3", captured("name"), ask("pains"))
            .says("m4", captured("pains"));
    var report = Funnels.of(story);
    assertThat(field(report, "name").medianSeconds()).isEqualTo(180);
    assertThat(field(report, "pains").medianSeconds()).isEqualTo(60);
  }

  @Test
  void a_passing_over_taken_back_is_none() {
    var story =
        asked("persona", "name")
            .says("m1", new FieldSkipped("name"))
            .says("m2", new TurnUndone("m1"), new FieldReset("name", null, null), ask("name"));
    assertThat(steps(story, "name")).containsExactly(ASKED);
  }

  @Test
  void a_correction_taken_back_is_none() {
    var story =
        asked("persona", "name")
            .says("m1", captured("name"))
            .says("m2", corrected("name", CHAT))
            .input("undo", new TurnUndone("m2"), new FieldReset("name", VALUE, source(CHAT)));
    assertThat(steps(story, "name")).containsExactly(ASKED, ANSWERED);
  }

  @Test
  void another_correction_of_the_same_field_stays() {
    var story =
        asked("persona", "name")
            .says("m1", captured("name"))
            .input("edit", corrected("name", PANEL))
            .says("m2", corrected("name", CHAT))
            .input("undo", new TurnUndone("m2"), new FieldReset("name", VALUE, source(PANEL)));
    assertThat(steps(story, "name")).containsExactly(ASKED, ANSWERED, CORRECTED);
  }

  @Test
  void what_was_rejected_in_a_message_taken_back_is_forgotten() {
    var story =
        asked("stages", "count", "name")
            .says("m1", new FieldRejected("count", "not-a-number", "loads"), captured("name"))
            .input("undo", new TurnUndone("m1"), new FieldReset("name", null, null));
    assertThat(steps(story, "count")).containsExactly(ASKED);
  }

  @Test
  void a_question_that_was_answered_since_was_asked_although_what_led_to_it_is_taken_back() {
    var story =
        asked("persona", "name")
            .says("m1", captured("name"), ask("pains"))
            .says("m2", captured("pains"))
            .input("undo", new TurnUndone("m1"), new FieldReset("name", null, null), ask("name"));
    assertThat(steps(story, "pains")).containsExactly(ASKED, ANSWERED);
  }

  @Test
  void an_answer_changed_since_stays_and_says_nothing_of_time() {
    var story =
        asked("persona", "name")
            .says("m1", captured("name"))
            .says("m2", corrected("name", CHAT))
            .input("undo", new TurnUndone("m1"))
            .says("m3", corrected("name", CHAT));
    assertThat(steps(story, "name")).containsExactly(ASKED, ANSWERED, CORRECTED);
    assertThat(field(Funnels.of(story), "name").medianSeconds()).isNull();
  }

  @Test
  void a_phase_reached_and_completed_by_a_message_taken_back_is_neither() {
    var story =
        asked("persona", "name")
            .says(
                "m1",
                captured("name"),
                new PhaseCompleted("persona"),
                new PhaseEntered("stages"),
                ask("stage_mode"))
            .input(
                "undo",
                new TurnUndone("m1"),
                new FieldReset("name", null, null),
                new PhaseReopened("persona"),
                new PhaseEntered("persona"),
                ask("name"));
    var report = Funnels.of(story);
    assertThat(phase(report, "persona").completed()).isZero();
    assertThat(report.phases()).extracting(FunnelReport.Phase::phase).containsExactly("persona");
  }

  @Test
  void a_phase_in_which_something_was_answered_since_stays_reached() {
    var story =
        asked("persona", "name")
            .says("m1", captured("name"), new PhaseEntered("stages"), ask("stage_mode"))
            .says("m2", captured("stage_mode"), new PhaseEntered("review"), ask("done"))
            .input(
                "undo",
                new TurnUndone("m1"),
                new FieldReset("name", null, null),
                new PhaseEntered("persona"),
                ask("name"));
    assertThat(phase(Funnels.of(story), "stages").reached()).isEqualTo(1);
  }

  @Test
  void a_row_taken_back_counts_no_more_and_counts_again_when_it_is_back() {
    var path = "buying_stages[s2].duration";
    var story =
        asked("stages", "buying_stages[s1].duration", path)
            .says("m1", captured("buying_stages[s1].duration"), captured(path))
            .says("m2", new ItemRemoved("buying_stages", "s2", source(CHAT)));
    assertThat(times(story)).isEqualTo(new Counts(1, 1, 0, 0, 0, 0, 0, 0));
    story.input(
        "undo",
        new TurnUndone("m2"),
        new ItemAdded("buying_stages", "s2", 1, source(CHAT)),
        new FieldReset(path, VALUE, source(CHAT)));
    assertThat(times(story)).isEqualTo(new Counts(2, 2, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void a_row_that_is_back_holds_only_what_is_said_to_be_back() {
    var path = "buying_stages[s2].duration";
    var story =
        asked("stages", path)
            .says("m1", captured(path), new ItemRemoved("buying_stages", "s2", source(CHAT)))
            .input(
                "undo",
                new TurnUndone("m1"),
                new ItemAdded("buying_stages", "s2", 1, source(CHAT)),
                ask(path));
    assertThat(steps(story, "buying_stages[].duration")).containsExactly(ASKED);
  }

  @Test
  void a_completion_taken_back_is_none() {
    var story =
        asked("review", "next_action")
            .says("m1", new SessionCompleted())
            .input("undo", new TurnUndone("m1"), new SessionResumed());
    assertThat(Funnels.of(story).sessions().completed()).isZero();
  }

  private static Counts times(FlowStory story) {
    return Objects.requireNonNull(field(Funnels.of(story), "buying_stages[].duration").times());
  }
}
