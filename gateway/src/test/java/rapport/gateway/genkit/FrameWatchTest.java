package rapport.gateway.genkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;

class FrameWatchTest {
  private static final String STREAM =
      "data: {\"message\":{\"a\":1}}\n\ndata: {\"result\":null}\n\n";

  private final FrameWatch watch = new FrameWatch();

  @Test
  void a_message_is_not_the_end() {
    see("data: {\"message\":{\"result\":1}}\n\n");
    assertThat(watch.isBetweenFrames()).isTrue();
    assertThat(watch.hasEnded()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data: {\"result\":{}}\n\n",
        "error: {\"error\":{}}\n\n",
        STREAM,
        "data: {\"message\":1}\n\nerror: {}\n\n"
      })
  void a_result_or_an_error_is_the_end(String stream) {
    see(stream);
    assertThat(watch.hasEnded()).isTrue();
    assertThat(watch.isBetweenFrames()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"d", "data: {\"result\":{}}", "data: {\"result\":{}}\n", "error:"})
  void a_frame_ends_with_two_line_feeds(String part) {
    see(part);
    assertThat(watch.hasEnded()).isFalse();
    assertThat(watch.isBetweenFrames()).isFalse();
  }

  @Test
  void pieces_may_be_cut_anywhere() {
    for (int cut = 0; cut <= STREAM.length(); cut++) {
      var pieces = new FrameWatch();
      see(pieces, STREAM.substring(0, cut));
      see(pieces, STREAM.substring(cut));
      assertThat(pieces.hasEnded()).as("cut at %d", cut).isTrue();
    }
  }

  @Test
  void nothing_yet_is_between_frames() {
    see("");
    assertThat(watch.isBetweenFrames()).isTrue();
    assertThat(watch.hasEnded()).isFalse();
  }

  private void see(String text) {
    see(watch, text);
  }

  private static void see(FrameWatch watch, String text) {
    watch.see(DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }
}
