package rapport.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberingEmbedderTest {

  private final List<String> asked = new ArrayList<>();
  private final Embedder embedder =
      new RememberingEmbedder(
          text -> {
            asked.add(text);
            return new float[] {text.length()};
          },
          2);

  @Test
  void asks_once_for_a_text_that_comes_again() {
    embedder.embed("yes");
    assertThat(embedder.embed("yes")).containsExactly(3);
    assertThat(asked).containsExactly("yes");
  }

  @Test
  void does_not_notice_what_a_caller_does_to_his_vector() {
    embedder.embed("yes")[0] = 7;
    assertThat(embedder.embed("yes")).containsExactly(3);
  }

  @Test
  void keeps_no_more_than_it_may() {
    for (int i = 0; i < 100; i++) {
      embedder.embed("text " + i);
    }
    asked.clear();
    for (int i = 0; i < 100; i++) {
      embedder.embed("text " + i);
    }
    assertThat(asked).hasSizeGreaterThanOrEqualTo(98);
  }

  @Test
  void does_not_keep_long_texts() {
    var story = "x".repeat(201);
    embedder.embed(story);
    embedder.embed(story);
    assertThat(asked).hasSize(2);
  }
}
