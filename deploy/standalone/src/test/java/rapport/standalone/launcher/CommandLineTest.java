package rapport.standalone.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

  private static final Path HOME = Path.of("/home/rapport");

  @Test
  void a_command_has_its_usual_settings() {
    var asked = parse("reconcile");
    assertThat(asked.command()).isEqualTo("reconcile");
    assertThat(asked.data()).isEqualTo(HOME.resolve("data"));
    assertThat(asked.days()).isEqualTo(7);
    assertThat(asked.replace()).isFalse();
  }

  @Test
  void options_come_in_any_order() {
    var asked = parse("restore", "--replace", "--data-dir", "/d", "/b.zip", "--days", "30");
    assertThat(asked).isEqualTo(new CommandLine("restore", Path.of("/d"), "/b.zip", true, 30));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "reconcile --days",
        "reconcile --days 0",
        "reconcile --days many",
        "backup --fast",
        "backup a b"
      })
  void what_cannot_be_meant_is_told(String words) {
    assertThatThrownBy(() -> parse(words.isEmpty() ? new String[0] : words.split(" ", -1)))
        .isInstanceOf(UserError.class);
  }

  @Test
  void a_file_that_is_missing_is_asked_for() {
    assertThatThrownBy(() -> parse("backup").required())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("backup needs a file");
  }

  @Test
  void the_second_word_is_a_projection_or_a_file() {
    assertThat(parse("rebuild").word()).isNull();
    assertThat(parse("rebuild", "health-usage").word()).isEqualTo("health-usage");
    assertThat(parse("backup", "/b.zip").required()).isEqualTo(Path.of("/b.zip"));
  }

  private static CommandLine parse(String... words) {
    return CommandLine.parse(List.of(words), Map.of(), HOME);
  }
}
