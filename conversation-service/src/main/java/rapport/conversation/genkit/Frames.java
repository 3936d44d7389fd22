package rapport.conversation.genkit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A streamed call, byte for byte: {@code data: } or {@code error: }, one line of JSON, two line
 * feeds.
 *
 * <p>The client reads this by itself, not as server-sent events: it cuts at two line feeds, drops
 * six characters and parses the rest. It also decodes each network read by itself, which would
 * break a character split between two of them; so the JSON is plain ASCII.
 */
@Component
final class Frames {

  private static final byte[] END = {'\n', '\n'};
  private static final String DATA = "data: ";
  private static final String ERROR = "error: ";

  private final JsonMapper json;

  Frames(JsonMapper json) {
    this.json = json.rebuild().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  }

  private record Message(@JsonProperty("message") Object chunk) {}

  private record Result(@Nullable Object result) {}

  private record Failed(GenkitError error) {}

  /** Something on the way to the result. */
  byte[] message(Object chunk) {
    return frame(DATA, new Message(chunk));
  }

  /** The end of a call that succeeded. */
  byte[] result(Object result) {
    return frame(DATA, new Result(result));
  }

  /** The end of a call that failed. */
  byte[] error(GenkitError error) {
    return frame(ERROR, new Failed(error));
  }

  private byte[] frame(String prefix, Object content) {
    var start = prefix.getBytes(StandardCharsets.US_ASCII);
    var body = json.writeValueAsBytes(content);
    var frame = new byte[start.length + body.length + END.length];
    System.arraycopy(start, 0, frame, 0, start.length);
    System.arraycopy(body, 0, frame, start.length, body.length);
    System.arraycopy(END, 0, frame, start.length + body.length, END.length);
    return frame;
  }
}
