package rapport.gateway.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret that stands for a session, is an API token or makes a link: 256 random bits. Only its
 * {@link #hash} is ever stored; with that much randomness a fast hash is enough.
 */
record OpaqueToken(String value) {
  static final String API_PREFIX = "rpt_";
  static final String LINK_PREFIX = "rpl_";
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  static OpaqueToken forSession() {
    return new OpaqueToken(random());
  }

  static OpaqueToken forApi() {
    return new OpaqueToken(API_PREFIX + random());
  }

  static OpaqueToken forLink() {
    return new OpaqueToken(LINK_PREFIX + random());
  }

  boolean isForApi() {
    return value.startsWith(API_PREFIX);
  }

  String hash() {
    return base64(sha256().digest(value.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public String toString() {
    return "OpaqueToken[secret]";
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return base64(bytes);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
