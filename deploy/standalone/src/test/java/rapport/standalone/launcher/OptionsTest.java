package rapport.standalone.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {

  private static final Path HOME = Path.of("/srv/rapport");

  @Test
  void everything_has_a_default() {
    var options = parse(Map.of());
    assertThat(options.port()).isEqualTo(8080);
    assertThat(options.bind()).isEqualTo("127.0.0.1");
    assertThat(options.dataDirectory()).isEqualTo(HOME.resolve("data"));
    assertThat(options.reset()).isFalse();
    assertThat(options.detach()).isFalse();
    assertThat(options.simulators()).isZero();
  }

  @Test
  void the_command_line_wins_over_the_environment() {
    var options =
        parse(
            Map.of("RAPPORT_PORT", "9000", "RAPPORT_DATA_DIR", "/tmp/a"),
            "--port",
            "9001",
            "--data-dir=/tmp/b",
            "--reset",
            "--detach");
    assertThat(options.port()).isEqualTo(9001);
    assertThat(options.dataDirectory()).isEqualTo(Path.of("/tmp/b"));
    assertThat(options.reset()).isTrue();
    assertThat(options.detach()).isTrue();
  }

  @Test
  void simulated_systems_come_when_they_are_asked_for() {
    assertThat(parse(Map.of(), "--simulators").simulators()).isEqualTo(8300);
    assertThat(parse(Map.of("RAPPORT_SIMULATORS_PORT", "9300"), "--simulators").simulators())
        .isEqualTo(9300);
    assertThat(parse(Map.of("RAPPORT_SIMULATORS_PORT", "9300")).simulators()).isZero();
  }

  @Test
  void says_what_is_wrong_with_an_option() {
    assertThatThrownBy(() -> parse(Map.of(), "--prot", "1"))
        .isInstanceOf(UserError.class)
        .hasMessage("There is no option --prot. See deploy/up --help.");
    assertThatThrownBy(() -> parse(Map.of(), "--port")).hasMessageContaining("needs a value");
    assertThatThrownBy(() -> parse(Map.of(), "--port", "http"))
        .hasMessage("--port is a number, not http.");
    assertThatThrownBy(() -> parse(Map.of(), "--port=70000"))
        .hasMessage("--port is from 1 to 65535, not 70000.");
    assertThatThrownBy(() -> parse(Map.of(), "--data-dir=")).hasMessageContaining("needs a value");
    assertThatThrownBy(() -> parse(Map.of("RAPPORT_AOT", "soon")))
        .hasMessage("RAPPORT_AOT is now, later or off, not soon.");
  }

  private static Options parse(Map<String, String> environment, String... arguments) {
    return Options.parse(List.of(arguments), environment, HOME);
  }
}
