package rapport.conversation.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.conversation.dialogue.DialogueSpec.fill;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import rapport.contracts.ConversationEvent.FieldCaptured;
import rapport.contracts.ConversationEvent.FieldRejected;
import rapport.contracts.ConversationEvent.FieldReset;
import rapport.contracts.ConversationEvent.ItemAdded;
import rapport.contracts.ConversationEvent.ItemMoved;
import rapport.contracts.ConversationEvent.PhaseCompleted;
import rapport.contracts.ConversationEvent.PhaseEntered;
import rapport.contracts.ConversationEvent.PhaseReopened;
import rapport.contracts.ConversationEvent.SessionCompleted;
import rapport.contracts.ConversationEvent.SessionResumed;
import rapport.contracts.ConversationEvent.SummaryRequested;
import rapport.conversation.dialogue.DialogueCommand.AddItem;
import rapport.conversation.dialogue.DialogueCommand.MoveItem;
import rapport.conversation.dialogue.DialogueCommand.RemoveItem;
import rapport.conversation.dialogue.DialogueCommand.Undo;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.yaml.FlowCatalog;

/** What happens to the rows of a repeat group, told with the stages of a buying process. */
class RowsTest {

  private static final FlowDefinition FLOW = FlowCatalog.fromClasspath().latest("buying-process");
  private static final String STAGES = "buying_stages";

  private static DialogueSpec begun() {
    return DialogueSpec.started(FLOW, Map.of());
  }

  private static DialogueSpec atStages() {
    return begun()
        .answers("persona_name", "IT manager")
        .answers("persona_pain_points", "too many tools");
  }

  private static DialogueSpec withStandardStages() {
    return atStages().answers("stage_mode", "standard");
  }

  private static DialogueSpec completed() {
    var spec = withStandardStages();
    for (var stage : List.of("s1", "s2", "s3")) {
      spec.says(
          fill(of(stage, "buyer_actions"), "reads about " + stage),
          fill(of(stage, "duration"), "2 weeks"),
          fill(of(stage, "key_influencers"), "peers"));
    }
    for (var stage : List.of("s1", "s2", "s3")) {
      spec.says(
          fill(of(stage, "seller_actions"), "call"),
          fill(of(stage, "content_type"), "blog posts"),
          fill(of(stage, "key_message"), "you are not alone in " + stage));
    }
    return spec.answers("want_summary", false).answers("next_action", "done");
  }

  private static Act add(@Nullable String title, @Nullable Integer index) {
    return new Act.AddItem(STAGES, title, index, "add it");
  }

  private static String of(String stage, String field) {
    return "buying_stages[" + stage + "]." + field;
  }

  @Nested
  class Beginning {
    @Test
    void announces_a_phase_without_questions_and_goes_on() {
      begun()
          .thenHappenedAmongOthers(PhaseEntered.class)
          .thenHappenedAmongOthers(PhaseCompleted.class)
          .thenAsks("persona_name");
      assertThat(begun().now().interview().completed()).containsExactly("intro");
    }

    @Test
    void the_usual_stages_are_there_with_their_names() {
      withStandardStages()
          .thenRows(STAGES, "s1", "s2", "s3")
          .thenHolds(of("s1", "stage_name"), "Awareness")
          .thenHolds(of("s3", "stage_name"), "Decision")
          .thenAsks(of("s1", "buyer_actions"), of("s1", "duration"), of("s1", "key_influencers"));
    }

    @Test
    void somebody_who_skips_the_choice_gets_the_usual_stages() {
      atStages().says(new Act.Skip(List.of())).thenRows(STAGES, "s1", "s2", "s3");
    }

    @Test
    void somebody_who_cannot_count_own_stages_begins_with_the_usual_ones() {
      atStages()
          .answers("stage_mode", "custom")
          .says(new Act.DontKnow(List.of()))
          .thenRows(STAGES, "s1", "s2", "s3");
    }

    @Test
    void own_stages_are_counted_and_then_named_all_at_once() {
      atStages()
          .answers("stage_mode", "custom")
          .thenAsks("stage_count")
          .answers("stage_count", 4)
          .thenRows(STAGES, "s1", "s2", "s3", "s4")
          .thenAsks(
              of("s1", "stage_name"),
              of("s2", "stage_name"),
              of("s3", "stage_name"),
              of("s4", "stage_name"));
    }

    @Test
    void stages_named_at_once_need_no_counting() {
      atStages()
          .says(fill("stage_mode", "custom"), add("Trial", null), add("Purchase", null))
          .thenRows(STAGES, "s1", "s2")
          .thenAsks(of("s1", "buyer_actions"), of("s1", "duration"), of("s1", "key_influencers"));
    }

    @Test
    void the_phase_is_not_done_while_there_are_no_stages() {
      var phases = atStages().now().interview();
      assertThat(phases.phase()).isEqualTo("stages");
      assertThat(phases.completed()).doesNotContain("stages", "alignment");
      assertThat(Agenda.missing(FLOW.over(Map.of()), atStages().now())).contains(STAGES);
    }
  }

  @Nested
  class Thinking_again {
    @Test
    void the_usual_stages_make_room_for_own_ones_while_nothing_is_known_of_them() {
      withStandardStages().answers("stage_mode", "custom").thenRows(STAGES).thenAsks("stage_count");
    }

    @Test
    void stages_with_answers_stay() {
      withStandardStages()
          .answers(of("s1", "duration"), "2 weeks")
          .answers("stage_mode", "custom")
          .thenRows(STAGES, "s1");
    }

    @Test
    void own_stages_make_room_for_the_usual_ones() {
      atStages()
          .says(fill("stage_mode", "custom"), add("Trial", null), add("Decision", null))
          .answers("stage_mode", "standard")
          .thenRows(STAGES, "s2", "s3", "s4")
          .thenHolds(of("s2", "stage_name"), "Decision");
    }

    @Test
    void fewer_stages_take_away_the_last_ones_that_hold_nothing() {
      atStages()
          .says(fill("stage_mode", "custom"), fill("stage_count", 5))
          .answers(of("s4", "stage_name"), "Pilot")
          .answers(of("s4", "duration"), "a month")
          .answers("stage_count", 2)
          .thenRows(STAGES, "s1", "s2", "s3", "s4");
    }
  }

  @Nested
  class From_the_chat {
    @Test
    void a_stage_is_added_where_it_was_wanted_and_its_questions_come_up() {
      withStandardStages()
          .says(add("Trial", 2))
          .thenRows(STAGES, "s1", "s2", "s4", "s3")
          .thenHappenedAmongOthers(ItemAdded.class)
          .thenHolds(of("s4", "stage_name"), "Trial");
    }

    @Test
    void two_stages_of_one_name_are_refused() {
      withStandardStages()
          .says(add("awareness", null))
          .thenHappenedAmongOthers(FieldRejected.class)
          .thenRows(STAGES, "s1", "s2", "s3");
      withStandardStages()
          .answers(of("s2", "stage_name"), "Decision")
          .thenHappenedAmongOthers(FieldRejected.class)
          .thenHolds(of("s2", "stage_name"), "Consideration");
    }

    @Test
    void a_stage_that_goes_takes_its_answers_along() {
      withStandardStages()
          .answers(of("s2", "duration"), "a month")
          .says(new Act.RemoveItem(STAGES, "s2", "drop it"))
          .thenRows(STAGES, "s1", "s3")
          .thenHolds(of("s2", "duration"), null);
    }

    @Test
    void the_last_stage_stays() {
      withStandardStages()
          .says(
              new Act.RemoveItem(STAGES, "s1", ""),
              new Act.RemoveItem(STAGES, "s2", ""),
              new Act.RemoveItem(STAGES, "s3", ""))
          .thenHappenedAmongOthers(FieldRejected.class)
          .thenRows(STAGES, "s3");
    }

    @Test
    void stages_move_and_ids_are_never_used_twice() {
      withStandardStages()
          .says(new Act.MoveItem(STAGES, "s3", 0, "first"))
          .thenRows(STAGES, "s3", "s1", "s2")
          .says(new Act.RemoveItem(STAGES, "s3", "drop"), add("Trial", null))
          .thenRows(STAGES, "s1", "s2", "s4");
    }

    @Test
    void no_more_than_twelve() {
      var spec = withStandardStages();
      for (var i = 0; i < 9; i++) {
        spec.says(add("Stage " + i, null));
      }
      spec.says(add("One too many", null)).thenHappenedAmongOthers(FieldRejected.class);
      assertThat(spec.now().rows(STAGES).ids()).hasSize(12);
    }

    @Test
    void undo_brings_a_stage_back_with_its_answers_and_in_its_place() {
      withStandardStages()
          .answers(of("s2", "duration"), "1 month")
          .says(new Act.RemoveItem(STAGES, "s2", "drop it"))
          .decide(new Undo(null))
          .thenHappenedAmongOthers(FieldReset.class)
          .thenRows(STAGES, "s1", "s2", "s3")
          .thenHolds(of("s2", "duration"), "1 month")
          .thenHolds(of("s2", "stage_name"), "Consideration");
    }

    @Test
    void undo_takes_an_added_stage_out_unless_somebody_worked_on_it() {
      withStandardStages()
          .says(add("Trial", null))
          .decide(new Undo(null))
          .thenRows(STAGES, "s1", "s2", "s3");
      withStandardStages()
          .says(add("Trial", null))
          .edits(of("s4", "duration"), "a day")
          .decide(new Undo(null))
          .thenRows(STAGES, "s1", "s2", "s3", "s4");
    }

    @Test
    void undo_leaves_the_order_that_somebody_gave_the_stages_since() {
      withStandardStages()
          .says(add("Trial", null))
          .decide(new MoveItem("s1", 2, "u2"))
          .thenRows(STAGES, "s2", "s3", "s1", "s4")
          .decide(new Undo(null))
          .thenRows(STAGES, "s2", "s3", "s1");
    }

    @Test
    void undo_puts_a_moved_stage_back() {
      withStandardStages()
          .says(new Act.MoveItem(STAGES, "s1", 2, "last"))
          .thenRows(STAGES, "s2", "s3", "s1")
          .decide(new Undo(null))
          .thenRows(STAGES, "s1", "s2", "s3");
    }
  }

  @Nested
  class From_the_panel {
    @Test
    void an_unnamed_stage_is_added_and_the_chat_asks_for_its_name_in_time() {
      withStandardStages()
          .decide(new AddItem(STAGES, 0, "u2"))
          .thenRows(STAGES, "s4", "s1", "s2", "s3")
          .thenHappened(ItemAdded.class);
      var agenda = Agenda.of(FLOW.over(withNew().rowIds()), withNew());
      assertThat(agenda.paths().getFirst()).isEqualTo(of("s4", "stage_name"));
    }

    private Dialogue withNew() {
      return withStandardStages().decide(new AddItem(STAGES, 0, "u2")).now();
    }

    @Test
    void removing_the_stage_that_is_asked_about_asks_about_the_next() {
      withStandardStages()
          .decide(new RemoveItem("s1", "u2"))
          .thenAsks(of("s2", "buyer_actions"), of("s2", "duration"), of("s2", "key_influencers"));
    }

    @Test
    void moving_to_where_it_stands_changes_nothing() {
      withStandardStages().decide(new MoveItem("s1", 0, "u2")).thenNothingHappened();
    }

    @Test
    void moves_a_stage() {
      withStandardStages()
          .decide(new MoveItem("s1", 99, "u2"))
          .thenHappenedAmongOthers(ItemMoved.class);
    }

    @Test
    void says_why_it_will_not() {
      withStandardStages().decide(new RemoveItem("s9", "u2")).thenRejected("no-such-item");
      withStandardStages().decide(new RemoveItem("x", "u2")).thenRejected("no-such-item");
      withStandardStages().decide(new AddItem("rooms", null, "u2")).thenRejected("unknown-group");
      withStandardStages()
          .decide(new RemoveItem("s1", "u2"))
          .decide(new RemoveItem("s2", "u2"))
          .decide(new RemoveItem("s3", "u2"))
          .thenRejected("too-few-items");
      withStandardStages().edits(of("s1", "stage_name"), "DECISION").thenRejected("already-there");
      withStandardStages().edits(of("s9", "stage_name"), "Trial").thenRejected("unknown-field");
    }
  }

  @Nested
  class Finishing {
    @Test
    void is_complete_when_every_stage_has_its_answers() {
      completed().thenHappenedAmongOthers(SessionCompleted.class);
    }

    @Test
    void a_stage_added_afterwards_opens_it_again() {
      completed()
          .decide(new AddItem(STAGES, null, "u2"))
          .thenHappenedAmongOthers(SessionResumed.class)
          .thenHappenedAmongOthers(PhaseReopened.class)
          .thenAsks(of("s4", "stage_name"));
    }

    @Test
    void the_same_events_give_the_same_conversation() {
      var spec = completed().says(add("Renewal", 1)).decide(new RemoveItem("s2", "u2"));
      assertThat(spec.replayed()).isEqualTo(spec.now());
    }

    @Test
    void another_persona_completes_this_mapping_and_starts_the_next() {
      var spec = completed().says(new Act.GoTo(List.of("next_action")));
      spec.answers("next_action", "new_persona");
      assertThat(spec.now().next()).isNotNull();
      assertThat(spec.now().completed()).isTrue();
    }
  }

  @Test
  void a_summary_wished_for_twice_in_a_message_is_asked_for_once() {
    var spec = withStandardStages();
    spec.says(fill("want_summary", true), new Act.Summarise(List.of()));
    assertThat(spec.happened()).filteredOn(SummaryRequested.class::isInstance).hasSize(1);
  }

  @Test
  void what_the_workspace_knows_is_not_asked_again() {
    DialogueSpec.started(FLOW, Map.of("persona_name", "Nora", "profile_id", "p1"))
        .thenHappenedAmongOthers(FieldCaptured.class)
        .thenHolds("profile_id", "p1")
        .thenAsks("persona_pain_points");
  }
}
