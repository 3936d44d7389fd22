package rapport.conversation.genkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One HTTP request over a socket of its own, whose answer is read chunk by chunk as it was sent.
 */
final class RawCall {

  private static final int PATIENCE_MILLIS = 10_000;

  private final int port;
  private final String path;
  private final Map<String, String> headers = new LinkedHashMap<>();

  RawCall(int port, String path) {
    this.port = port;
    this.path = path;
    header("Host", "localhost").header("Content-Type", "application/json");
  }

  RawCall header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /**
   * @param chunks the body in the pieces in which it was written
   * @param headers by lower-case name
   */
  record Answer(int status, Map<String, String> headers, List<String> chunks) {

    String text() {
      return String.join("", chunks);
    }

    JsonNode json() {
      return JsonMapper.shared().readTree(text());
    }

    /** The frames' JSON; fails when a chunk of the body is anything but one frame. */
    List<JsonNode> frames() {
      return chunks.stream().map(Answer::frame).toList();
    }

    private static JsonNode frame(String chunk) {
      if (!chunk.matches("(data: |error: )\\{[^\\n]*}\\n\\n")) {
        throw new AssertionError("not a frame: " + chunk);
      }
      return JsonMapper.shared().readTree(chunk.substring("data: ".length()));
    }

    /** The last frame, which every stream has exactly one of. */
    JsonNode last() {
      return frames().getLast();
    }

    @Nullable String header(String name) {
      return headers.get(name);
    }
  }

  Answer post(String body) {
    try (var open = open(body)) {
      return open.answer();
    }
  }

  Answer get() {
    try (var open = new Open(port, request("GET", ""))) {
      return open.answer();
    }
  }

  /** Sends the request and leaves the answer to be read. */
  Open open(String body) {
    return new Open(port, request("POST", body));
  }

  private String request(String method, String body) {
    header("Content-Length", Integer.toString(body.getBytes(StandardCharsets.UTF_8).length));
    return headers.entrySet().stream()
        .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
        .collect(Collectors.joining("", method + " " + path + " HTTP/1.1\r\n", "\r\n" + body));
  }

  /** A request under way. */
  static final class Open implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    Open(int port, String request) {
      try {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = socket.getInputStream();
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    Answer answer() {
      var head = head();
      var status = Integer.parseInt(head.getFirst().split(" ", -1)[1]);
      var headers = new LinkedHashMap<String, String>();
      head.stream()
          .skip(1)
          .map(line -> line.split(": ", 2))
          .forEach(header -> headers.put(header[0].toLowerCase(Locale.ROOT), header[1]));
      if ("chunked".equals(headers.get("transfer-encoding"))) {
        return new Answer(status, headers, chunks());
      }
      var length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
      return new Answer(status, headers, length == 0 ? List.of() : List.of(read(length)));
    }

    /** The status line and the headers. */
    List<String> head() {
      var lines = new ArrayList<String>();
      for (var line = line(); !line.isEmpty(); line = line()) {
        lines.add(line);
      }
      return lines;
    }

    private List<String> chunks() {
      var chunks = new ArrayList<String>();
      for (var size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
        chunks.add(read(size));
        line();
      }
      return chunks;
    }

    private String line() {
      var line = new ByteArrayOutputStream();
      try {
        for (var next = in.read(); next != '\n'; next = in.read()) {
          if (next < 0) {
            throw new AssertionError("the answer breaks off after: " + line);
          }
          line.write(next);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    private String read(int length) {
      try {
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
