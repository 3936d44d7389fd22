package rapport.conversation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptTest {

  /** Whoever changes a prompt raises its version, and writes both down here. */
  @ParameterizedTest
  @CsvSource({"understand, understand@1, eef8381630e8", "summarise, summarise@1, fa0d72a5e93c"})
  void a_version_of_a_prompt_never_changes(String name, String id, String digest) {
    var prompt = Prompt.named(name);

    assertThat(prompt.id()).isEqualTo(id);
    assertThat(digest(prompt.instructions())).isEqualTo(digest);
  }

  private static String digest(String text) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
