package rapport.conversation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChatFileTest {

  private static final String HEADER =
      "conversationId\tturnNumber\tutteranceId\tutterance\tslot-labels\tintent";

  private static AnswerFile read(String... lines) {
    var all = new ArrayList<>(List.of(lines));
    all.addFirst(HEADER);
    return ChatFile.read("chat.tsv", all);
  }

  @Test
  void a_turn_with_a_name_is_an_answer_to_the_question_for_it() {
    var answer =
        read("c\t4\tt\tmy name is dool dam ssn 3366\tO O O name name O ssn\tcontentonly")
            .answers()
            .getFirst();

    assertThat(answer.asked()).containsExactly("prototype_name");
    assertThat(answer.expected()).isEqualTo(Map.of("prototype_name", "dool dam"));
  }

  @Test
  void greetings_and_thanks_are_turns_that_answer_nothing() {
    var answers = read("c\t0\tt\thii\tO\topeninggreeting").answers();

    assertThat(answers).hasSize(1);
    assertThat(answers.getFirst().expected()).isEmpty();
  }

  @Test
  void turns_about_anything_else_are_left_out() {
    var file = read("c\t2\tt\ti lost my card\tO O O O\treportlostcard");

    assertThat(file.answers()).isEmpty();
    assertThat(file.problems()).isEmpty();
  }

  @Test
  void says_where_a_line_is_broken() {
    var file = read("c\t2\tt", "c\t2\tt\tjerry smith\tname\tcontentonly");

    assertThat(file.problems())
        .containsExactly(
            "chat.tsv:2: has 3 columns, not 6", "chat.tsv:3: has 2 words and 1 labels");
    assertThat(ChatFile.read("other.tsv", List.of("a\tb")).problems()).hasSize(1);
  }
}
