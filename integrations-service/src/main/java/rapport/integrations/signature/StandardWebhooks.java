package rapport.integrations.signature;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import rapport.runtime.identity.HmacSha256;

/**
 * Signatures by the Standard Webhooks specification, version 1.0.0, with symmetric keys. While a
 * secret is being replaced a message carries a signature for each.
 */
public final class StandardWebhooks {

  public static final String ID = "webhook-id";
  public static final String TIMESTAMP = "webhook-timestamp";
  public static final String SIGNATURE = "webhook-signature";

  private static final String PREFIX = "whsec_";
  private static final String VERSION = "v1";
  private static final int SHORTEST_KEY = 24;
  private static final int LONGEST_KEY = 64;

  private StandardWebhooks() {}

  /** The secret as people see it, of a key of 24 to 64 bytes. */
  public static String secret(byte[] key) {
    return PREFIX + Base64.getEncoder().encodeToString(key);
  }

  /**
   * The key in a secret.
   *
   * @throws IllegalArgumentException when it is not one of 24 to 64 bytes in Base64
   */
  public static byte[] key(String secret) {
    var key = Base64.getDecoder().decode(secret.replaceFirst("^" + PREFIX, ""));
    if (key.length < SHORTEST_KEY || key.length > LONGEST_KEY) {
      throw new IllegalArgumentException("a key has 24 to 64 bytes");
    }
    return key;
  }

  /**
   * The headers that sign a message.
   *
   * @param id the same for every try of the same message; without full stops
   * @param at of this try
   * @param secrets the newest first
   */
  public static Map<String, String> headers(
      List<String> secrets, String id, Instant at, byte[] body) {
    if (id.contains(".")) {
      throw new IllegalArgumentException("an id has no full stops");
    }
    var seconds = Long.toString(at.getEpochSecond());
    var signatures =
        secrets.stream()
            .map(secret -> VERSION + "," + tag(secret, id, seconds, body))
            .collect(Collectors.joining(" "));
    return Map.of(ID, id, TIMESTAMP, seconds, SIGNATURE, signatures);
  }

  /**
   * Looks at a message.
   *
   * @param headers by their names in lower case
   * @param secrets of which one must fit
   */
  public static Checked check(
      List<String> secrets, Map<String, String> headers, byte[] body, Instant now) {
    var id = headers.getOrDefault(ID, "");
    var seconds = headers.getOrDefault(TIMESTAMP, "");
    var signatures = headers.getOrDefault(SIGNATURE, "");
    if (id.isEmpty() || signatures.isEmpty() || !Window.isSeconds(seconds)) {
      return Checked.UNSIGNED;
    }
    if (!Window.holds(Instant.ofEpochSecond(Long.parseLong(seconds)), now)) {
      return Checked.STALE;
    }
    for (var secret : secrets) {
      var expected = VERSION + "," + tag(secret, id, seconds, body);
      for (var signature : signatures.split(" ", -1)) {
        if (HmacSha256.same(signature, expected)) {
          return Checked.GENUINE;
        }
      }
    }
    return Checked.ALTERED;
  }

  private static String tag(String secret, String id, String seconds, byte[] body) {
    var head = (id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(HmacSha256.tag(key(secret), head, body));
  }
}
