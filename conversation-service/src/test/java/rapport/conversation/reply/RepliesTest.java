package rapport.conversation.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rapport.contracts.FieldValue;
import rapport.conversation.dialogue.Act;

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
  void goes_on_in_the_next_conversation_without_asking_here() {
    var chat = Chat.atDemographics().says(new Act.NewSubject());
    assertThat(chat.said()).contains("next profile").doesNotContain("?");
  }
}
