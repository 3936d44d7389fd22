package rapport.gateway.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A sign-in that is under way at a provider. Kept by the browser that set out, which cannot read
 * it.
 *
 * @param state comes back in the address
 * @param nonce comes back in the ID token
 * @param verifier shows the provider that we are who set out (PKCE)
 */
record Journey(String provider, String state, String nonce, String verifier, Instant expiresAt) {
  private static final int BYTES = 32;
  private static final int PARTS = 5;
  private static final SecureRandom RANDOM = new SecureRandom();

  static Journey to(String provider, Instant expiresAt) {
    return new Journey(provider, random(), random(), random(), expiresAt);
  }

  /** What the provider is told of the verifier. */
  String challenge() {
    try {
      return base64(
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  String written() {
    return String.join(
        " ", provider, state, nonce, verifier, Long.toString(expiresAt.getEpochSecond()));
  }

  /** What {@link #written} wrote; empty for anything else. */
  static Optional<Journey> read(String text) {
    String[] parts = text.split(" ", -1);
    return parts.length == PARTS
        ? Optional.of(
            new Journey(
                parts[0],
                parts[1],
                parts[2],
                parts[3],
                Instant.ofEpochSecond(Long.parseLong(parts[4]))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "Journey[" + provider + "]";
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return base64(bytes);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
