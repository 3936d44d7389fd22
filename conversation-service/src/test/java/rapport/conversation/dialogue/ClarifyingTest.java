package rapport.conversation.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.conversation.dialogue.DialogueSpec.fill;
import static rapport.conversation.dialogue.DialogueSpec.started;

import java.util.List;
import org.junit.jupiter.api.Test;
import rapport.contracts.ConversationEvent.ClarificationAsked;
import rapport.contracts.ConversationEvent.DigressionHandled;
import rapport.contracts.ConversationEvent.FieldCaptured;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.contracts.ConversationEvent.QuestionAsked;
import rapport.contracts.ConversationEvent.TurnUndone;
import rapport.contracts.FieldValue;

/** What was said may mean one thing or another: nothing is written until somebody says which. */
class ClarifyingTest {

  private static DialogueSpec atDetails() {
    return started()
        .answers("ready", true)
        .answers("market", "B2B")
        .answers("name", "Nora Lindqvist, COO")
        .answers("company", "Brightwater");
  }

  private static DialogueSpec unclear() {
    return atDetails().says(unsure("income", "staff"));
  }

  private static Act unsure(String... paths) {
    return new Act.Unsure(
        List.of(paths).stream()
            .map(path -> new Act.Fill(path, FieldValue.text("250"), "250", 0.45))
            .toList(),
        "250");
  }

  private static Act choose(String... paths) {
    return new Act.Choose(List.of(paths));
  }

  @Test
  void asks_instead_of_writing_and_leaves_the_question_standing() {
    unclear()
        .thenHappened(MessageReceived.class, ClarificationAsked.class)
        .thenHolds("income", null)
        .thenHolds("staff", null)
        .thenAsks("age", "income", "staff");
  }

  @Test
  void writes_what_is_chosen_with_the_words_it_was_said_in() {
    var chosen = unclear().says(choose("staff")).thenHolds("staff", "250");
    assertThat(chosen.happened())
        .filteredOn(FieldCaptured.class::isInstance)
        .singleElement()
        .satisfies(event -> {
          var source = ((FieldCaptured) event).source();
          assertThat(source.quote()).isEqualTo("250");
          assertThat(source.confidence()).isEqualTo(1);
        });
  }

  @Test
  void writes_several_when_all_were_meant() {
    unclear().says(choose("income", "staff")).thenHolds("staff", "250").thenHolds("income", "250");
  }

  @Test
  void forgets_it_when_none_was_meant() {
    unclear()
        .says(choose())
        .thenHappened(MessageReceived.class, DigressionHandled.class, QuestionAsked.class)
        .says(choose("income"))
        .thenHolds("income", null);
  }

  @Test
  void a_no_means_none_and_a_yes_is_asked_again() {
    unclear().says(new Act.Deny()).thenHappenedAmongOthers(DigressionHandled.class);
    unclear()
        .says(new Act.Confirm())
        .thenHappened(MessageReceived.class, DigressionHandled.class, ClarificationAsked.class);
  }

  @Test
  void a_yes_is_enough_when_only_one_thing_may_be_meant() {
    atDetails().says(unsure("staff")).says(new Act.Confirm()).thenHolds("staff", "250");
  }

  @Test
  void is_passed_over_by_a_message_about_something_else() {
    unclear()
        .says(fill("age", 42))
        .thenHolds("age", 42)
        .says(choose("income"))
        .thenHolds("income", null);
  }

  @Test
  void other_answers_of_the_same_message_are_kept() {
    atDetails()
        .says(fill("age", 42), unsure("income", "staff"))
        .thenHolds("age", 42)
        .thenHappenedAmongOthers(ClarificationAsked.class);
  }

  @Test
  void what_cannot_be_the_value_of_a_field_is_not_offered() {
    assertThat(atDetails().says(unsure("age", "staff", "nothing")).happened())
        .filteredOn(ClarificationAsked.class::isInstance)
        .singleElement()
        .satisfies(event ->
            assertThat(((ClarificationAsked) event).candidates())
                .extracting(candidate -> candidate.path())
                .containsExactly("staff"));
  }

  @Test
  void undo_takes_back_the_choice_or_the_question() {
    unclear().says(choose("staff")).says(new Act.Undo()).thenHolds("staff", null);
    unclear()
        .says(new Act.Undo())
        .thenHappened(MessageReceived.class, TurnUndone.class, QuestionAsked.class)
        .thenHolds("company", "Brightwater")
        .says(choose("staff"))
        .thenHolds("staff", null);
  }

  @Test
  void a_replay_of_the_events_tells_the_same() {
    var asked = unclear();
    assertThat(asked.replayed()).isEqualTo(asked.now());
  }
}
