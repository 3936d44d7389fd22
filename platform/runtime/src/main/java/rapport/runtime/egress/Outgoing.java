package rapport.runtime.egress;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A request to another system: where to, how, and what is sent along. The body is its own. */
public final class Outgoing {

  private static final byte[] NOTHING = new byte[0];

  private final String method;
  private final URI uri;
  private final Map<String, String> headers;
  private final byte[] body;

  private Outgoing(String method, URI uri, Map<String, String> headers, byte[] body) {
    this.method = method;
    this.uri = uri;
    this.headers = Map.copyOf(headers);
    this.body = body;
  }

  public static Outgoing get(URI uri, Map<String, String> headers) {
    return new Outgoing("GET", uri, headers, NOTHING);
  }

  /**
   * A request with a text as body, in UTF-8.
   *
   * @param method in capitals, such as {@code POST}
   * @param headers with the body's {@code Content-Type}
   */
  public static Outgoing of(String method, URI uri, Map<String, String> headers, String body) {
    return new Outgoing(method, uri, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  public String method() {
    return method;
  }

  public URI uri() {
    return uri;
  }

  public Map<String, String> headers() {
    return headers;
  }

  boolean hasBody() {
    return body.length > 0 || !(method.equals("GET") || method.equals("DELETE"));
  }

  byte[] body() {
    return body;
  }
}
