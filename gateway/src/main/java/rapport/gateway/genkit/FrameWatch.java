package rapport.gateway.genkit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;

/**
 * Watches the frames of a stream pass, in whatever pieces they come: two line feeds end one, and a
 * result or an error is the last.
 */
final class FrameWatch {
  private static final List<byte[]> TERMINAL =
      List.of(ascii("data: {\"result\":"), ascii("error:"));
  private static final int LONGEST = 16;

  private final byte[] start = new byte[LONGEST];
  private int length;
  private boolean afterLineFeed;
  private boolean ended;

  /** Looks at the bytes without taking them. */
  void see(DataBuffer bytes) {
    for (int at = bytes.readPosition(); at < bytes.writePosition(); at++) {
      see(bytes.getByte(at));
    }
  }

  private void see(byte next) {
    if (next == '\n' && afterLineFeed) {
      ended |= isTerminal();
      length = 0;
      afterLineFeed = false;
      return;
    }
    afterLineFeed = next == '\n';
    if (length < LONGEST) {
      start[length] = next;
    }
    length++;
  }

  private boolean isTerminal() {
    return TERMINAL.stream()
        .anyMatch(prefix ->
            length >= prefix.length
                && Arrays.equals(start, 0, prefix.length, prefix, 0, prefix.length));
  }

  /** Whether the last frame that began is complete. */
  boolean isBetweenFrames() {
    return length == 0;
  }

  /** Whether the stream has come to its end. */
  boolean hasEnded() {
    return ended;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
