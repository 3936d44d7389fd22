package rapport.conversation.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rapport.contracts.FieldValue;
import rapport.conversation.dialogue.Act;
import rapport.conversation.dialogue.FieldState;

class RepliesTest {

  @Test
  void greets_and_asks_whether_to_begin() {
    var chat = Chat.startedWith(Map.of("onboarding_company_name", "Acme Corp"));
    assertThat(chat.said()).contains("Acme Corp").endsWith("?");
    assertThat(chat.buttons()).hasSize(1);
  }

  @Test
  void speaks_of_your_company_while_it_does_not_know_its_name() {
    assertThat(Chat.started().said()).contains("your company");
  }

  @Test
  void says_what_it_understood_in_words_for_people() {
    var chat =
        Chat.atDemographics()
            .says(
                new Act.Fill("demographics.age", FieldValue.text("35-44"), "35-44", 0.9),
                new Act.Fill("demographics.income", FieldValue.text("120000 USD"), "120k", 0.9));
    assertThat(chat.said()).contains("age 35-44").contains("$120,000");
  }

  @Test
  void does_not_repeat_long_answers_word_for_word() {
    var answer = "Started in support, then moved into product, and has led teams for ten years";
    var chat = Chat.atDemographics().answers("demographics.work_experience", answer);
    assertThat(chat.said()).contains("work background").doesNotContain("Started in support");
  }

  @Test
  void calls_people_by_their_name_without_the_title() {
    assertThat(Chat.atDemographics().said())
        .contains("Kelly Lawson")
        .doesNotContain("Kelly Lawson, Marketing Manager");
  }

  @Test
  void asks_several_short_questions_at_once_as_a_list() {
    assertThat(Chat.atDemographics().said().lines().filter(line -> line.startsWith("•")))
        .hasSize(3);
  }

  @Test
  void offers_the_options_of_a_choice_as_buttons() {
    var chat = Chat.started().answers("ready", true);
    assertThat(chat.buttons()).contains("End user", "Economic buyer", "Technical buyer");
  }

  @Test
  void offers_to_pass_where_words_are_needed() {
    assertThat(Chat.atDemographics().buttons()).containsExactly("Skip", "I don't know");
  }

  @Test
  void introduces_a_phase_only_once() {
    var chat = Chat.atDemographics();
    var introduction = chat.said().lines().findFirst().orElseThrow();
    chat.says(new Act.GoTo(List.of("prototype_name"))).says(new Act.Skip(List.of()));
    assertThat(chat.said()).doesNotContain(introduction);
  }

  @Test
  void explains_why_it_asks_and_asks_again() {
    var chat = Chat.atDemographics().says(new Act.AskAbout(null, Act.AskAbout.Topic.WHY));
    assertThat(chat.said().lines().filter(line -> line.startsWith("•"))).hasSize(3);
    assertThat(chat.said().lines().findFirst().orElseThrow()).doesNotStartWith("•");
  }

  @Test
  void says_what_is_wrong_with_an_answer() {
    var chat = Chat.atDemographics().answers("demographics.age", 400);
    assertThat(chat.said()).contains("0 to 120");
  }

  @Test
  void has_words_for_a_refusal_without_words_of_its_own() {
    var chat = Chat.atDemographics().says(new Act.Misfit("demographics.age", "new-code", "x"));
    assertThat(chat.said()).isNotBlank();
  }

  @Test
  void shows_both_values_when_chat_and_panel_differ() {
    var chat =
        Chat.atDemographics()
            .edits("demographics.income", "90000 USD")
            .answers("demographics.income", "80000 USD");
    assertThat(chat.said()).contains("$90,000").contains("$80,000");
    assertThat(chat.buttons()).contains("Use $80,000", "Keep $90,000");
  }

  @Test
  void is_silent_about_a_panel_edit_that_leaves_the_question_standing() {
    assertThat(Chat.atDemographics().edits("environment.business_culture", "calm").said())
        .isEmpty();
  }

  @Test
  void thanks_for_an_answer_given_in_the_panel_and_moves_on() {
    var chat = Chat.started().answers("ready", true).edits("type", "End User");
    assertThat(chat.said()).contains("profile type").endsWith("?");
  }

  @Test
  void lists_what_is_missing_when_told_to_finish_early() {
    var chat = Chat.atDemographics().says(new Act.Finish());
    assertThat(chat.said()).contains("age").contains("yearly income");
  }

  @Test
  void offers_the_answer_to_a_question_of_nearly_the_same_meaning() {
    var chat =
        Chat.startedWith(Map.of())
            .answers("type", "End User")
            .answers("b2b_b2c", "B2C")
            .answers("prototype_name", "Mara")
            .answers("company_name", "Acme Corp")
            .answers("job_title", "Nurse")
            .says(
                new Act.DontKnow(
                    List.of(
                        "demographics.age",
                        "demographics.income",
                        "demographics.education",
                        "demographics.work_experience")));
    assertThat(chat.dialogue().interview().asked()).containsExactly("demographics.occupation");
    assertThat(chat.said()).contains("Nurse");
    assertThat(chat.buttons()).startsWith("Nurse");
  }

  @Test
  void recalls_what_it_knows() {
    var chat = Chat.atDemographics().says(new Act.AskAbout(null, Act.AskAbout.Topic.RECAP));
    assertThat(chat.said()).contains("Kelly Lawson").contains("Acme Corp");
  }

  @Test
  void recalls_one_answer_when_asked_for_it_only() {
    var chat = Chat.atDemographics().says(new Act.AskAbout("job_title", Act.AskAbout.Topic.RECAP));
    assertThat(chat.said()).contains("Marketing Manager").doesNotContain("Acme Corp");
  }

  @Test
  void admits_that_it_does_not_have_the_answer_asked_for() {
    var chat =
        Chat.atDemographics().says(new Act.AskAbout("demographics.age", Act.AskAbout.Topic.RECAP));
    assertThat(chat.said()).startsWith("I have nothing for age yet.");
  }

  @Test
  void puts_what_was_said_in_marks_but_no_numbers_and_names() {
    var chat =
        Chat.atDemographics()
            .says(
                new Act.Fill("demographics.age", FieldValue.of(41), "41", 0.9),
                new Act.Fill("demographics.income", FieldValue.text("decent"), "decent", 0.9),
                new Act.Fill("demographics.education", FieldValue.text("MBA"), "MBA", 0.9));
    assertThat(chat.said()).contains("age 41, yearly income \"decent\", and education \"MBA\"");
  }

  @Test
  void does_not_begin_two_replies_in_a_row_with_the_same_words() {
    var chat = Chat.atDemographics().answers("demographics.age", 41);
    var first = chat.said().split(" ", 2)[0];
    chat.answers("demographics.income", "90000 USD");
    var second = chat.said().split(" ", 2)[0];
    chat.answers("demographics.education", "MBA");
    assertThat(second).isNotEqualTo(first);
    assertThat(chat.said()).doesNotStartWith(second);
  }

  @Test
  void is_patient_with_a_question_that_was_shown_behind_others_before() {
    var chat =
        Chat.atDemographics()
            .answers("demographics.age", 41)
            .answers("demographics.income", "90000 USD")
            .says(new Act.NotUnderstood("blah"));
    assertThat(chat.said()).doesNotContain("still don't get it");
    assertThat(chat.says(new Act.NotUnderstood("blah")).said()).contains("still don't get it");
  }

  @Test
  void asks_for_more_than_yes_or_no_where_words_are_needed() {
    var chat = Chat.atDemographics().says(new Act.Confirm());
    assertThat(chat.said().lines().findFirst().orElseThrow()).containsIgnoringCase("yes or");
  }

  @Test
  void explains_the_question_to_somebody_who_asks_what_it_cannot_answer() {
    var chat =
        Chat.started()
            .answers("ready", true)
            .says(new Act.NotUnderstood("what's the difference between the first two?"));
    assertThat(chat.said()).startsWith("I can't answer that one").contains("An end user works");
  }

  @Test
  void begins_a_sentence_about_a_revisited_field_as_sentences_begin() {
    var chat = Chat.atDemographics().says(new Act.GoTo(List.of("job_title")));
    assertThat(chat.said()).contains("For job title I have Marketing Manager.");
  }

  @Test
  void counts_answers_put_aside_but_no_questions_skipped() {
    var chat =
        Chat.atDemographics()
            .answers("demographics.industry", "logistics")
            .says(new Act.Skip(List.of("demographics.num_employees", "demographics.num_locations")))
            .answers("b2b_b2c", "B2C");
    assertThat(chat.said()).contains("One answer doesn't apply any more");
    chat.answers("b2b_b2c", "B2B");
    assertThat(chat.said()).contains("One earlier answer applies again").doesNotContain("aside");
  }

  @Test
  void takes_a_second_skip_after_an_early_finish_for_not_known() {
    var chat =
        Chat.atDemographics()
            .says(new Act.Skip(List.of("demographics.age")))
            .says(new Act.Finish())
            .says(new Act.Skip(List.of("demographics.age")));
    assertThat(chat.dialogue().field("demographics.age").status())
        .isEqualTo(FieldState.Status.UNKNOWN);
  }

  @Test
  void names_the_options_as_alternatives() {
    var chat = Chat.started().answers("type", "End User");
    assertThat(chat.says(new Act.Misfit("b2b_b2c", "not-an-option", "both")).said())
        .contains("Organisation (B2B) or Private use (B2C)");
  }

  @Test
  void goes_on_in_the_next_conversation_without_asking_here() {
    var chat = Chat.atDemographics().says(new Act.NewSubject());
    assertThat(chat.said()).contains("next profile").doesNotContain("?");
  }
}
