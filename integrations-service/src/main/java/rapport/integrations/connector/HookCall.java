package rapport.integrations.connector;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A call of another system, as it came. */
public final class HookCall {

  private final Map<String, String> headers;
  private final byte[] body;

  public HookCall(Map<String, String> headers, byte[] body) {
    this.headers =
        headers.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    header -> header.getKey().toLowerCase(Locale.ROOT),
                    Map.Entry::getValue,
                    (first, _) -> first));
    this.body = body.clone();
  }

  /** The first header of that name, written in lower case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  public byte[] body() {
    return body.clone();
  }
}
