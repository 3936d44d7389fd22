package rapport.runtime.egress;

import java.net.URI;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;

/** What an address answered, after redirects. The body is the caller's own. */
public final class Fetched {

  private final URI uri;
  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  Fetched(URI uri, int status, Map<String, String> headers, byte[] body) {
    this.uri = uri;
    this.status = status;
    this.headers = Map.copyOf(headers);
    this.body = body;
  }

  /** The address that answered. */
  public URI uri() {
    return uri;
  }

  public int status() {
    return status;
  }

  /** The first header of that name, written in lower case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  public byte[] body() {
    return body.clone();
  }

  public String text(Charset charset) {
    return new String(body, charset);
  }
}
