package rapport.standalone.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import rapport.standalone.launcher.Progress.State;

class ProgressTest {

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void writes_a_plain_line_for_each_change_when_nobody_watches() {
    var progress = progress(false);
    progress.state("store", State.WAITING, 0);
    progress.state("store", State.STARTING, 0.1);
    progress.state("store", State.READY, 1.25);
    assertThat(lines())
        .containsExactly(
            "  store                      starting         0.1 s",
            "  store                      ready            1.3 s");
    assertThat(text()).doesNotContain("\u001b");
  }

  @Test
  void changes_a_line_in_place_when_somebody_watches() {
    var progress = progress(true);
    progress.state("store", State.STARTING, 0.1);
    progress.state("broker", State.STARTING, 0.1);
    progress.state("store", State.READY, 1.25);
    assertThat(text()).contains("\u001b[1A").endsWith(lines().getLast() + System.lineSeparator());
    var drawnLast = text().substring(text().lastIndexOf("\u001b[2A"));
    assertThat(drawnLast).contains("store", "ready", "broker", "starting");
  }

  @Test
  void a_sentence_ends_what_was_drawn_before() {
    var progress = progress(true);
    progress.state("store", State.READY, 1);
    progress.say("store ended");
    progress.state("store", State.AGAIN, 2);
    assertThat(text().substring(text().indexOf("store ended"))).doesNotContain("\u001b[1A");
  }

  private Progress progress(boolean terminal) {
    return new Progress(new PrintStream(said, true, StandardCharsets.UTF_8), terminal);
  }

  private String text() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private List<String> lines() {
    return text().lines().toList();
  }
}
