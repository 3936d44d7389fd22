package rapport.conversation.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import rapport.contracts.FieldValue;
import rapport.conversation.dialogue.Act;

/** What the chat says about rows, told with the stages of a buying process. */
class RowRepliesTest {

  private static Act fill(String stage, String field, String value) {
    var path = "buying_stages[" + stage + "]." + field;
    return new Act.Fill(path, FieldValue.text(value), value, 0.9);
  }

  @Test
  void a_stage_is_named_once_and_then_asked_about() {
    assertThat(Chat.atStages().said())
        .contains("Awareness, Consideration and Decision")
        .contains("• How long does it usually take?")
        .containsOnlyOnce("Now Awareness.")
        .doesNotContain("stage 1");
  }

  @Test
  void answers_about_one_stage_are_told_with_its_name_once() {
    var chat =
        Chat.atStages()
            .says(fill("s1", "duration", "2 weeks"), fill("s1", "buyer_actions", "read reviews"));
    assertThat(chat.said()).contains("for Awareness: duration 2 weeks").contains("buyer actions");
  }

  @Test
  void many_answers_are_told_by_their_stages() {
    var chat =
        Chat.atStages()
            .says(
                fill("s1", "duration", "2 weeks"),
                fill("s1", "buyer_actions", "read reviews"),
                fill("s2", "duration", "a month"),
                fill("s2", "buyer_actions", "compare"),
                fill("s2", "key_influencers", "peers"));
    assertThat(chat.said()).contains("5 answers").contains("Awareness and Consideration");
  }

  @Test
  void stages_that_come_go_and_move_are_told_by_name() {
    var group = "buying_stages";
    var chat = Chat.atStages().says(new Act.AddItem(group, "Trial", 2, "add it"));
    assertThat(chat.said()).contains("Trial");
    assertThat(chat.says(new Act.MoveItem(group, "s4", 0, "first")).said())
        .contains("Trial is stage 1 now");
    assertThat(chat.says(new Act.RemoveItem(group, "s4", "drop it")).said()).contains("Trial");
    assertThat(chat.says(new Act.AddItem(group, "Decision", null, "again")).said())
        .contains("There is a stage again already");
  }

  @Test
  void a_stage_without_a_name_is_called_by_its_place() {
    var chat = Chat.atStages().answers("stage_mode", "custom").answers("stage_count", 2);
    assertThat(chat.said()).contains("What are the 2 stages called");
    assertThat(chat.says(fill("s4", "stage_name", "Trial")).said()).contains("stage 2");
  }

  @Test
  void whoever_asks_about_a_stage_hears_all_of_it() {
    var title = "buying_stages[s1].stage_name";
    var chat =
        Chat.atStages()
            .says(fill("s1", "duration", "2 weeks"), fill("s2", "duration", "1 month"))
            .says(new Act.AskAbout(title, Act.AskAbout.Topic.RECAP));
    assertThat(chat.said()).contains("2 weeks").contains("Awareness").doesNotContain("1 month");
  }
}
