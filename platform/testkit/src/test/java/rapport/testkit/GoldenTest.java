package rapport.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenTest {

  @TempDir Path folder;

  @Test
  void accepts_the_same_json_in_another_layout() {
    assertThatCode(() -> Golden.json("sample", "{\"name\":\"Ada\",\"age\":36}"))
        .doesNotThrowAnyException();
  }

  @Test
  void shows_only_the_lines_that_differ() {
    assertThatThrownBy(() -> Golden.json("sample", "{\"name\":\"Ada\",\"age\":37}"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("-   \"age\" : 36")
        .hasMessageContaining("+   \"age\" : 37")
        .hasMessageNotContaining("-   \"name\"");
  }

  @Test
  void shows_what_is_missing_at_the_end() throws IOException {
    var file = Files.writeString(folder.resolve("list.txt"), "one\ntwo\nthree\n");
    assertThatThrownBy(() -> Golden.text(file, "one\ntwo\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("- three");
  }

  @Test
  void a_missing_file_is_a_failure() {
    assertThatThrownBy(() -> Golden.text(folder.resolve("none.txt"), "text"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("there is no");
  }
}
