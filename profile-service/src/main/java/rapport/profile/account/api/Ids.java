package rapport.profile.account.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/** Ids of new things. */
public final class Ids {

  private static final int BYTES = 16;

  private Ids() {}

  /** One that was never given before. */
  static String random(String prefix) {
    return prefix + UUID.randomUUID().toString().replace("-", "");
  }

  /** Always the same one for what has this id in that system, so that telling twice makes one. */
  public static String of(String prefix, String... names) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var name : names) {
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      var bytes = Arrays.copyOf(digest.digest(), BYTES);
      return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every platform has it
    }
  }
}
