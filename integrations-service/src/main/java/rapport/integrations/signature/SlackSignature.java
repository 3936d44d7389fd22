package rapport.integrations.signature;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import rapport.runtime.identity.HmacSha256;

/** Slack's signature, version 0: over {@code v0:timestamp:body} with the app's signing secret. */
public final class SlackSignature {

  public static final String TIMESTAMP = "x-slack-request-timestamp";
  public static final String SIGNATURE = "x-slack-signature";

  private SlackSignature() {}

  /** The signature of a request. */
  public static String sign(String secret, Instant at, byte[] body) {
    return sign(secret, Long.toString(at.getEpochSecond()), body);
  }

  private static String sign(String secret, String seconds, byte[] body) {
    var head = ("v0:" + seconds + ":").getBytes(StandardCharsets.UTF_8);
    var tag = HmacSha256.tag(secret.getBytes(StandardCharsets.UTF_8), head, body);
    return "v0=" + HexFormat.of().formatHex(tag);
  }

  /**
   * Looks at a request.
   *
   * @param headers by their names in lower case
   */
  public static Checked check(
      String secret, Map<String, String> headers, byte[] body, Instant now) {
    var seconds = headers.getOrDefault(TIMESTAMP, "");
    var signature = headers.getOrDefault(SIGNATURE, "");
    if (signature.isEmpty() || !Window.isSeconds(seconds)) {
      return Checked.UNSIGNED;
    }
    if (!Window.holds(Instant.ofEpochSecond(Long.parseLong(seconds)), now)) {
      return Checked.STALE;
    }
    return HmacSha256.same(signature, sign(secret, seconds, body))
        ? Checked.GENUINE
        : Checked.ALTERED;
  }
}
