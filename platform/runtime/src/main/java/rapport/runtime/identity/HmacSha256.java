package rapport.runtime.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC with SHA-256, and comparing without telling by the time it takes how much was right. */
public final class HmacSha256 {

  private static final String NAME = "HmacSHA256";

  private HmacSha256() {}

  /**
   * The tag of a message given in parts.
   *
   * @param key at least one byte
   */
  public static byte[] tag(byte[] key, byte[]... parts) {
    return tag(new SecretKeySpec(key, NAME), parts);
  }

  /** The tag of a message given in parts. */
  public static byte[] tag(Key key, byte[]... parts) {
    try {
      var mac = Mac.getInstance(NAME);
      mac.init(key);
      for (var part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java knows " + NAME, e);
    }
  }

  /** Whether both are the same; takes as long whatever they differ in. */
  public static boolean same(byte[] one, byte[] other) {
    return MessageDigest.isEqual(one, other);
  }

  /** Whether a secret that was sent along is the one that was agreed on. */
  public static boolean same(String one, String other) {
    return same(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
