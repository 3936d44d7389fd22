package rapport.gateway.widget;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import rapport.runtime.identity.ServiceKeys;

/**
 * Keys derived from the gateway's private key, so that all gateways share them and there is no
 * further secret to keep: one signs visitors' tokens, one seals the secrets of widget keys.
 */
@Component
class WidgetSecrets {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte @Nullable [] root;

  WidgetSecrets(@Value("${rapport.identity.private-key-file:}") String privateKey) {
    this.root =
        privateKey.isBlank() ? null : ServiceKeys.privateKey(Path.of(privateKey)).getEncoded();
  }

  /** Signs visitors' tokens. */
  SecretKey signing() {
    return derived("visitor-tokens", "HmacSHA256");
  }

  /** A new secret for a site to vouch for its visitors with. */
  static String fresh() {
    return base64(random(KEY_BYTES));
  }

  /** Makes a secret unreadable for whoever reads the store, and good for that key alone. */
  String seal(String secret, String keyId) {
    byte[] nonce = random(NONCE_BYTES);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, keyId, secret.getBytes(StandardCharsets.UTF_8));
    byte[] all = Arrays.copyOf(nonce, nonce.length + sealed.length);
    System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
    return base64(all);
  }

  /**
   * The secret again.
   *
   * @throws IllegalStateException when it was sealed with another private key, or for another key
   */
  String open(String sealed, String keyId) {
    byte[] all = Base64.getUrlDecoder().decode(sealed);
    byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
    byte[] rest = Arrays.copyOfRange(all, NONCE_BYTES, all.length);
    return new String(run(Cipher.DECRYPT_MODE, nonce, keyId, rest), StandardCharsets.UTF_8);
  }

  private byte[] run(int mode, byte[] nonce, String keyId, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          mode, derived("widget-key-secrets", "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(keyId.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the secret of widget key " + keyId + " cannot be used", e);
    }
  }

  private SecretKey derived(String purpose, String algorithm) {
    if (root == null) {
      throw new IllegalStateException("no private key: RAPPORT_SERVICE_PRIVATE_KEY_FILE");
    }
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveKey(
              algorithm,
              HKDFParameterSpec.ofExtract()
                  .addIKM(new SecretKeySpec(root, "Generic"))
                  .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), KEY_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot derive a key", e);
    }
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
