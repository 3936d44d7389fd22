package rapport.integrations.connector;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A request another system made of its own accord, as the bytes it came in. */
public final class HookRequest {

  private final String path;
  private final Map<String, String> headers;
  private final byte[] body;

  /**
   * @param path it came to, such as {@code /hooks/cn-1}
   * @param headers the first of each name, in lower case
   */
  public HookRequest(String path, Map<String, String> headers, byte[] body) {
    this.path = path;
    this.headers = Map.copyOf(headers);
    this.body = body.clone();
  }

  public String path() {
    return path;
  }

  public Map<String, String> headers() {
    return headers;
  }

  /** A header, or nothing. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** The bytes that were signed. */
  public byte[] body() {
    return body.clone();
  }

  /** The body as text, once its signature has been looked at. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
