package rapport.conversation.genkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PiecesTest {

  @Test
  void a_reply_comes_sentence_by_sentence() {
    assertThat(Pieces.of("Noted. Who is it for?\n\nTell me.", "en"))
        .containsExactly("Noted. ", "Who is it for?\n\n", "Tell me.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "no end",
        "• one\n• two\n",
        "Thanks – noté 👍🏽! 中文。好",
        "a\n\n\nb",
        "e.g. this"
      })
  void together_the_pieces_are_the_reply(String reply) {
    assertThat(String.join("", Pieces.of(reply, "en"))).isEqualTo(reply);
    assertThat(Pieces.of(reply, "de")).doesNotContain("");
  }
}
