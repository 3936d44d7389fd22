package rapport.conversation.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.conversation.dialogue.DialogueSpec.correct;
import static rapport.conversation.dialogue.DialogueSpec.fill;
import static rapport.conversation.dialogue.DialogueSpec.started;
import static rapport.conversation.dialogue.DialogueSpec.startedWith;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.ControlAnswered;
import rapport.contracts.ConversationEvent.DigressionHandled;
import rapport.contracts.ConversationEvent.FieldCaptured;
import rapport.contracts.ConversationEvent.FieldCleared;
import rapport.contracts.ConversationEvent.FieldConflicted;
import rapport.contracts.ConversationEvent.FieldCorrected;
import rapport.contracts.ConversationEvent.FieldParked;
import rapport.contracts.ConversationEvent.FieldRejected;
import rapport.contracts.ConversationEvent.FieldRestored;
import rapport.contracts.ConversationEvent.FieldSkipped;
import rapport.contracts.ConversationEvent.FieldSuggested;
import rapport.contracts.ConversationEvent.FieldUnknown;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.contracts.ConversationEvent.NextSessionRequested;
import rapport.contracts.ConversationEvent.PhaseReopened;
import rapport.contracts.ConversationEvent.QuestionAsked;
import rapport.contracts.ConversationEvent.SessionCompleted;
import rapport.contracts.ConversationEvent.SessionResumed;
import rapport.contracts.ConversationEvent.SummaryOutdated;
import rapport.contracts.ConversationEvent.SummaryRequested;
import rapport.conversation.dialogue.DialogueCommand.Complete;
import rapport.conversation.dialogue.DialogueCommand.DraftSummary;
import rapport.conversation.dialogue.DialogueCommand.Edit;
import rapport.conversation.dialogue.DialogueCommand.Start;
import rapport.conversation.dialogue.DialogueCommand.SummaryReady;
import rapport.conversation.dialogue.DialogueCommand.Undo;

class DialogueDeciderTest {

  /** Ready, B2B, named, with a company: the details are next. */
  private static DialogueSpec atDetails() {
    return started()
        .answers("ready", true)
        .answers("market", "B2B")
        .answers("name", "Nora Lindqvist, COO")
        .answers("company", "Brightwater");
  }

  private static DialogueSpec atReview() {
    return atDetails()
        .says(fill("age", 42), fill("income", "90000 USD"), fill("staff", "200"))
        .answers("likes", List.of("dashboards"));
  }

  @Nested
  class Beginning {
    @Test
    void begins_with_the_first_question() {
      started().thenAsks("ready");
    }

    @Test
    void begins_only_once() {
      started().decide(new Start("en", "u1")).thenRejected("conversation-already-started");
    }

    @Test
    void takes_what_the_workspace_knows_and_asks_whether_it_is_right() {
      startedWith(Map.of("company", "Acme Corp"))
          .thenHolds("company", "Acme Corp")
          .answers("ready", true)
          .answers("market", "B2C")
          .answers("name", "Kim")
          .thenAsks("company_ok");
    }

    @Test
    void takes_every_entry_of_a_list_that_the_workspace_knows() {
      startedWith(Map.of("company", List.of("Acme Corp", "Globex")))
          .thenHolds("company", "Acme Corp, Globex");
    }

    @Test
    void asks_for_what_the_workspace_knows_in_a_form_the_field_cannot_take() {
      startedWith(Map.of("company", "A".repeat(201)))
          .thenHolds("company", null)
          .says(fill("market", "B2C"), fill("name", "Kim"))
          .thenAsks("company");
    }

    @Test
    void asks_for_the_company_when_the_known_one_is_wrong() {
      startedWith(Map.of("company", "Acme Corp"))
          .says(fill("market", "B2C"), fill("name", "Kim"))
          .answers("company_ok", false)
          .thenHolds("company", null)
          .thenAsks("company");
    }

    @Test
    void does_not_ask_about_the_known_company_once_somebody_changed_it() {
      startedWith(Map.of("company", "Acme Corp"))
          .edits("company", "Globex")
          .says(fill("market", "B2C"), fill("name", "Kim"))
          .thenAsks("age", "income", "hobbies");
    }

    @Test
    void an_answer_means_that_we_have_begun() {
      started().answers("market", "B2B").thenHolds("ready", true).thenAsks("name");
    }

    @Test
    void starts_from_a_team_member() {
      var people = List.of(Map.of("name", "Ana Diaz", "title", "CFO"), Map.of("name", "Bo"));
      startedWith(Map.of("people", people))
          .answers("market", "B2B")
          .thenAsks("person")
          .says(new Act.Fill("person", rapport.contracts.FieldValue.text("Ana Diaz"), "Ana", 1))
          .thenHolds("name", "Ana Diaz, CFO")
          .thenAsks("company");
    }

    @Test
    void fills_nothing_from_a_team_member_whose_details_are_missing() {
      var people = List.of(Map.of("name", "Bo"));
      startedWith(Map.of("people", people))
          .answers("market", "B2B")
          .answers("person", "Bo")
          .thenAsks("name");
    }
  }

  @Nested
  class Answering {
    @Test
    void keeps_what_is_said() {
      started()
          .answers("market", "B2B")
          .thenHappened(
              MessageReceived.class,
              FieldCaptured.class,
              ControlAnswered.class,
              ConversationEvent.PhaseCompleted.class,
              ConversationEvent.PhaseEntered.class,
              QuestionAsked.class)
          .thenHolds("market", "B2B");
    }

    @Test
    void takes_several_answers_in_one_message_in_any_order() {
      atDetails()
          .says(fill("likes", List.of("speed")), fill("age", "35-44"))
          .thenHolds("age", "35-44")
          .thenHolds("likes", List.of("speed"))
          .thenAsks("income", "staff");
    }

    @Test
    void asks_in_batches_but_never_two_picks_at_once() {
      atDetails().thenAsks("age", "income", "staff");
      started().answers("ready", true).thenAsks("market");
    }

    @Test
    void does_not_repeat_what_it_already_knows() {
      atDetails()
          .answers("age", 42)
          .answers("age", 42)
          .thenHappened(MessageReceived.class, QuestionAsked.class);
    }

    @Test
    void says_why_an_answer_cannot_be_taken_and_asks_again() {
      atDetails()
          .answers("age", 200)
          .thenHappened(MessageReceived.class, FieldRejected.class, QuestionAsked.class)
          .thenHolds("age", null)
          .thenAsks("age", "income", "staff");
    }

    @Test
    void passes_over_what_is_skipped_and_asks_for_it_once_more_before_the_end() {
      var skipped = atDetails().says(new Act.Skip(List.of()));
      skipped.thenHappenedAmongOthers(FieldSkipped.class).thenAsks("likes");
      skipped.answers("likes", List.of("speed")).thenAsks("age");
      skipped.says(new Act.Skip(List.of())).thenHappenedAmongOthers(FieldUnknown.class);
      skipped.thenAsks("want_summary");
    }

    @Test
    void takes_i_do_not_know_for_an_answer() {
      atDetails()
          .says(new Act.DontKnow(List.of("age")))
          .thenHappenedAmongOthers(FieldUnknown.class)
          .thenAsks("income", "staff", "likes");
    }

    @Test
    void a_later_statement_replaces_an_earlier_one() {
      atDetails()
          .answers("age", 42)
          .says(correct("age", 45))
          .thenHappened(MessageReceived.class, FieldCorrected.class, QuestionAsked.class)
          .thenHolds("age", 45);
    }

    @Test
    void empties_a_field_on_request_and_asks_for_it_again() {
      atDetails()
          .answers("age", 42)
          .says(new Act.Clear("age"))
          .thenHolds("age", null)
          .thenAsks("age", "income", "staff");
    }

    @Test
    void keeps_an_answer_for_another_branch_aside_until_the_branch_is_chosen() {
      started()
          .says(fill("hobbies", "hiking"))
          .thenHappenedAmongOthers(FieldParked.class)
          .thenHolds("hobbies", null)
          .answers("market", "B2C")
          .thenHappenedAmongOthers(FieldRestored.class)
          .thenHolds("hobbies", "hiking");
    }
  }

  @Nested
  class MovingAround {
    @Test
    void goes_back_to_the_question_before() {
      atDetails().says(new Act.Back()).thenAsks("company");
    }

    @Test
    void has_nothing_before_the_first_question() {
      started().says(new Act.Back()).thenHappenedAmongOthers(DigressionHandled.class);
    }

    @Test
    void goes_where_it_is_told_and_returns() {
      atDetails()
          .says(new Act.GoTo(List.of("name")))
          .thenAsks("name")
          .answers("name", "Olga")
          .thenHolds("name", "Olga")
          .thenAsks("age", "income", "staff");
    }

    @Test
    void leaves_a_revisited_answer_alone_when_it_is_passed_over() {
      atDetails()
          .says(new Act.GoTo(List.of("name")))
          .says(new Act.Skip(List.of()))
          .thenHolds("name", "Nora Lindqvist, COO")
          .thenAsks("age", "income", "staff");
    }

    @Test
    void what_is_not_understood_is_a_question_when_it_ends_like_one_in_any_script() {
      for (var said : List.of("what is that?", "ما هذا؟", "what is that?)", "really?!")) {
        var happened = atDetails().says(new Act.NotUnderstood(said)).happened();
        assertThat(happened).as(said).contains(new DigressionHandled("question"));
      }
      assertThat(atDetails().says(new Act.NotUnderstood("?? 42")).happened())
          .contains(new DigressionHandled("not-understood"));
    }

    @Test
    void a_question_in_the_middle_leaves_everything_where_it_was() {
      atDetails()
          .says(new Act.AskAbout(null, Act.AskAbout.Topic.WHY))
          .thenHappened(MessageReceived.class, DigressionHandled.class, QuestionAsked.class)
          .thenAsks("age", "income", "staff");
    }
  }

  @Nested
  class Branches {
    @Test
    void puts_answers_of_the_other_branch_aside_and_brings_them_back() {
      var changed = atDetails().answers("staff", "200").edits("market", "B2C");
      changed.thenHappenedAmongOthers(FieldParked.class).thenHolds("staff", null);
      changed.edits("market", "B2B").thenHappenedAmongOthers(FieldRestored.class);
      changed.thenHolds("staff", "200");
    }

    @Test
    void opens_a_completed_phase_again_when_the_branch_asks_for_more() {
      atReview()
          .edits("market", "B2C")
          .thenHappenedAmongOthers(PhaseReopened.class)
          .thenAsks("hobbies");
    }
  }

  @Nested
  class ChatAndPanel {
    @Test
    void an_edit_that_settles_the_question_moves_the_chat_on() {
      started()
          .answers("ready", true)
          .edits("market", "B2B")
          .thenHappened(FieldCaptured.class, QuestionAsked.class)
          .thenAsks("name");
    }

    @Test
    void an_edit_elsewhere_leaves_the_question_standing() {
      atDetails()
          .edits("likes", List.of("speed"))
          .thenHappened(FieldCaptured.class)
          .thenAsks("age", "income", "staff");
    }

    @Test
    void the_same_value_again_changes_nothing() {
      atDetails().edits("name", "Nora Lindqvist, COO", 0).thenNothingHappened();
    }

    @Test
    void the_hand_on_the_panel_wins_over_the_chat() {
      var spec = atDetails();
      var seen = spec.rev();
      spec.answers("age", 42).edits("age", 45, seen).thenHappened(FieldCorrected.class);
      spec.thenHolds("age", 45);
    }

    @Test
    void two_panels_that_disagree_are_shown_to_each_other_and_nothing_is_lost() {
      var spec = atDetails();
      var seen = spec.rev();
      spec.edits("age", 42).edits("age", 45, seen).thenHappened(FieldConflicted.class);
      spec.thenHolds("age", 42);
      assertThat(spec.now().field("age").waiting()).isNotNull();
      spec.edits("age", 45).thenHolds("age", 45);
      assertThat(spec.now().field("age").waiting()).isNull();
    }

    @Test
    void lists_edited_in_two_panels_are_merged() {
      var spec = atDetails().edits("likes", List.of("a", "b"));
      var seen = spec.rev();
      spec.edits("likes", List.of("a", "b", "c"))
          .edits("likes", List.of("b", "d"), seen)
          .thenHolds("likes", List.of("b", "c", "d"));
    }

    @Test
    void what_was_added_twice_meanwhile_stays_in_a_merged_list() {
      var spec = atDetails().edits("likes", List.of("a"));
      var seen = spec.rev();
      spec.edits("likes", List.of("a", "b"))
          .edits("likes", List.of("a", "b", "c"))
          .edits("likes", List.of("a", "d"), seen)
          .thenHolds("likes", List.of("a", "b", "c", "d"));
    }

    @Test
    void a_merged_list_of_which_nothing_is_left_is_empty() {
      var spec = atDetails().edits("likes", List.of("a", "b"));
      var seen = spec.rev();
      spec.edits("likes", List.of("a"))
          .edits("likes", List.of("b"), seen)
          .thenHolds("likes", null)
          .thenHappened(FieldCleared.class);
    }

    @Test
    void a_panel_does_not_empty_what_another_has_written_meanwhile() {
      var spec = atDetails().edits("age", 42);
      var seen = spec.rev();
      spec.edits("age", 45)
          .decide(new Edit("age", null, seen, "u2"))
          .thenRejected("changed-meanwhile")
          .thenHolds("age", 45);
    }

    @Test
    void the_chat_never_overwrites_the_panel_in_passing() {
      atDetails()
          .edits("income", "90000 USD")
          .says(fill("age", 42))
          .says(fill("income", "80000 USD"))
          .thenHappenedAmongOthers(FieldSuggested.class)
          .thenHolds("income", "90000 USD")
          .says(new Act.Confirm())
          .thenHolds("income", "80000 USD");
    }

    @Test
    void a_suggestion_can_be_turned_down() {
      var spec = atDetails().edits("income", "90000 USD").answers("income", "80000 USD");
      spec.says(new Act.DismissSuggestion("income")).thenHolds("income", "90000 USD");
      assertThat(spec.now().field("income").waiting()).isNull();
    }

    @Test
    void an_explicit_correction_does_overwrite_the_panel() {
      atDetails()
          .edits("income", "90000 USD")
          .says(correct("income", "80000 USD"))
          .thenHolds("income", "80000 USD");
    }

    @Test
    void refuses_edits_that_cannot_be() {
      atDetails().edits("nonsense", 1).thenRejected("unknown-field");
      atDetails().edits("ready", false).thenRejected("unknown-field");
      atDetails().edits("hobbies", "hiking").thenRejected("does-not-apply");
      atDetails().edits("age", 200).thenRejected("age-out-of-range");
      atDetails().edits("age", 20, 10_000).thenRejected("unknown-revision");
    }

    @Test
    void empties_a_field() {
      atDetails().empties("name").thenHolds("name", null);
      atDetails().empties("age").thenNothingHappened();
    }
  }

  @Nested
  class TakingBack {
    @Test
    void taking_back_the_first_answer_is_back_at_the_beginning() {
      started().answers("market", "B2B").decide(new Undo(null)).thenAsks("ready");
    }

    @Test
    void takes_the_latest_message_back() {
      atDetails()
          .says(fill("age", 42), fill("income", "90000 USD"))
          .decide(new Undo(null))
          .thenHolds("age", null)
          .thenHolds("income", null)
          .thenAsks("age", "income", "staff");
    }

    @Test
    void brings_back_what_was_there_before() {
      atDetails()
          .answers("age", 42)
          .says(correct("age", 45))
          .says(new Act.Undo())
          .thenHolds("age", 42);
    }

    @Test
    void leaves_alone_what_somebody_changed_since() {
      atDetails()
          .says(fill("age", 42), fill("income", "90000 USD"))
          .edits("age", 50)
          .decide(new Undo(null))
          .thenHolds("age", 50)
          .thenHolds("income", null);
    }

    @Test
    void takes_message_after_message_back() {
      var spec = atDetails().answers("age", 42).answers("income", "90000 USD");
      spec.decide(new Undo(null)).thenHolds("income", null).thenHolds("age", 42);
      spec.decide(new Undo(null)).thenHolds("age", null);
    }

    @Test
    void takes_the_message_back_that_is_named() {
      atDetails()
          .answers("age", 42)
          .answers("income", "90000 USD")
          .decide(new Undo("m5"))
          .thenHolds("age", null)
          .thenHolds("income", "90000 USD");
    }

    @Test
    void takes_nothing_else_back_when_the_message_named_cannot_be() {
      var spec = atDetails().answers("age", 42);
      spec.decide(new Undo("m55")).thenRejected("nothing-to-undo").thenHolds("age", 42);
      spec.decide(new Undo("m5")).thenHolds("age", null);
      spec.decide(new Undo("m5"))
          .thenRejected("nothing-to-undo")
          .thenHolds("company", "Brightwater");
    }

    @Test
    void goes_further_back_when_it_is_said_again() {
      atDetails()
          .answers("age", 42)
          .answers("income", "90000 USD")
          .says(new Act.Undo())
          .thenHolds("income", null)
          .says(new Act.Undo())
          .thenHolds("income", null)
          .thenHolds("age", null);
    }

    @Test
    void brings_back_what_taking_back_took_when_that_message_is_named() {
      atDetails()
          .answers("age", 42)
          .says(new Act.Undo())
          .decide(new Undo("m6"))
          .thenHolds("age", 42);
    }

    @Test
    void finishing_is_taken_back_and_not_the_answer_before_it() {
      atDetails()
          .answers("age", 42)
          .says(new Act.Finish())
          .thenHappenedAmongOthers(SessionCompleted.class)
          .says(new Act.Undo())
          .thenHappenedAmongOthers(SessionResumed.class)
          .thenHolds("age", 42)
          .thenAsks("income", "staff", "likes");
    }

    @Test
    void has_nothing_to_take_back_at_first() {
      started().decide(new Undo(null)).thenRejected("nothing-to-undo");
    }
  }

  @Nested
  class Finishing {
    @Test
    void is_complete_when_nothing_is_left_to_ask() {
      atReview()
          .thenAsks("want_summary")
          .answers("want_summary", false)
          .thenHappenedAmongOthers(SessionCompleted.class)
          .thenAsks("next_action");
    }

    @Test
    void will_not_complete_while_required_fields_are_open() {
      atDetails().decide(new Complete()).thenRejected("required-fields-missing");
    }

    @Test
    void completes_on_request_although_optional_questions_are_open() {
      atDetails()
          .answers("age", 42)
          .decide(new Complete())
          .thenHappenedAmongOthers(SessionCompleted.class)
          .thenAsks("next_action");
    }

    @Test
    void asks_for_what_is_needed_when_told_to_finish_early() {
      atDetails().says(new Act.Finish()).thenAsks("age");
    }

    @Test
    void has_a_summary_drafted_with_the_chosen_focus() {
      var spec = atReview().answers("want_summary", true).answers("focus", List.of("pain points"));
      spec.thenHappenedAmongOthers(SummaryRequested.class);
      spec.decide(new SummaryReady("Nora ...", List.of("pain points"), spec.rev()))
          .thenHolds("summary", "Nora ...");
    }

    @Test
    void a_summary_goes_out_of_date_when_its_basis_changes() {
      var spec = atReview().decide(new DraftSummary(List.of()));
      spec.decide(new SummaryReady("Nora ...", List.of(), spec.rev()));
      spec.edits("summary", "Nora, shorter").thenNoneHappened(SummaryOutdated.class);
      spec.edits("age", 50).thenHappenedAmongOthers(SummaryOutdated.class);
      spec.edits("age", 51).thenNoneHappened(SummaryOutdated.class);
    }

    @Test
    void is_in_progress_again_when_something_required_is_missing() {
      atReview()
          .answers("want_summary", false)
          .empties("age")
          .thenHappenedAmongOthers(SessionResumed.class);
    }

    @Test
    void goes_on_with_the_next_one() {
      var spec = atReview().answers("want_summary", false).answers("next_action", "another");
      spec.thenHappenedAmongOthers(NextSessionRequested.class);
      assertThat(spec.now().next()).startsWith("next-of-");
    }
  }

  @Test
  void a_replay_of_everything_gives_the_same_conversation() {
    var spec = atReview().edits("market", "B2C").says(new Act.Undo()).answers("hobbies", "chess");
    assertThat(spec.replayed()).isEqualTo(spec.now());
  }
}
