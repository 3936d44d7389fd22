package rapport.conversation.genkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rapport.conversation.genkit.GenkitError.Wrong;
import tools.jackson.databind.json.JsonMapper;

class FramesTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Frames frames = new Frames(JSON);

  @Test
  void a_message_is_data_a_space_one_line_of_json_and_two_line_feeds() {
    assertThat(text(frames.message(Map.of("type", "text"))))
        .isEqualTo("data: {\"message\":{\"type\":\"text\"}}\n\n");
  }

  @Test
  void the_result_is_a_frame_of_its_own() {
    assertThat(text(frames.result(Map.of("reply", "Hi"))))
        .isEqualTo("data: {\"result\":{\"reply\":\"Hi\"}}\n\n");
  }

  @Test
  void an_error_has_a_prefix_as_long_as_that_of_data() {
    assertThat(text(frames.error(GenkitError.of(CanonicalCode.NOT_FOUND, "Nothing here."))))
        .isEqualTo(
            "error: {\"error\":{\"status\":\"NOT_FOUND\",\"message\":\"Nothing here.\"}}\n\n");
  }

  @Test
  void details_are_words_or_errors_and_nothing_else() {
    var words = GenkitError.of(CanonicalCode.ABORTED, "stale", "expected a:1, at a:2");
    assertThat(text(frames.error(words))).contains("\"details\":\"expected a:1, at a:2\"");
    var errors = GenkitError.invalid(List.of(new Wrong("message", "must be a text")));
    assertThat(text(frames.error(errors)))
        .contains(
            "\"details\":{\"errors\":[{\"path\":\"message\",\"message\":\"must be a text\"}]}");
  }

  @Test
  void no_character_takes_more_than_one_byte_and_all_come_back() {
    var reply = "Thanks – noté 👍 中文\n\nnext line\r\n";
    var bytes = frames.result(Map.of("reply", reply));
    assertThat(text(bytes)).matches("\\p{ASCII}+");
    var json = text(bytes).substring("data: ".length());
    assertThat(json.indexOf("\n\n")).isEqualTo(json.length() - 2);
    assertThat(JSON.readTree(json).at("/result/reply").asString()).isEqualTo(reply);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
