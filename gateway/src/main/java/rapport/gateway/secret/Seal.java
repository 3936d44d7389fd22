package rapport.gateway.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/** Makes texts unreadable, and unchangeable, for whoever keeps them (AES-256-GCM). */
public final class Seal {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final DerivedKeys keys;
  private final String purpose;

  /**
   * @param purpose what is sealed; what was sealed for another purpose does not open
   */
  public Seal(DerivedKeys keys, String purpose) {
    this.keys = keys;
    this.purpose = purpose;
  }

  /**
   * @param about what the text belongs to; it opens for that alone
   */
  public String seal(String text, String about) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, about, text.getBytes(StandardCharsets.UTF_8));
    byte[] all = Arrays.copyOf(nonce, nonce.length + sealed.length);
    System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  /**
   * The text again.
   *
   * @throws IllegalStateException when it was sealed with another key, or about something else
   * @throws IllegalArgumentException when it never was sealed
   */
  public String open(String sealed, String about) {
    byte[] all = Base64.getUrlDecoder().decode(sealed);
    if (all.length <= NONCE_BYTES) {
      throw new IllegalArgumentException("too short to be sealed");
    }
    byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
    byte[] rest = Arrays.copyOfRange(all, NONCE_BYTES, all.length);
    return new String(run(Cipher.DECRYPT_MODE, nonce, about, rest), StandardCharsets.UTF_8);
  }

  private byte[] run(int mode, byte[] nonce, String about, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, keys.key(purpose, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(about.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("what is sealed about " + about + " cannot be used", e);
    }
  }
}
