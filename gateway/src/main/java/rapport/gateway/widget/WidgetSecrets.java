package rapport.gateway.widget;

import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;
import rapport.gateway.secret.DerivedKeys;
import rapport.gateway.secret.Seal;

/** Signs visitors' tokens, and seals the secrets sites vouch for their visitors with. */
@Component
class WidgetSecrets {
  private static final int SECRET_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final DerivedKeys keys;
  private final Seal seal;

  WidgetSecrets(DerivedKeys keys) {
    this.keys = keys;
    this.seal = new Seal(keys, "widget-key-secrets");
  }

  /** Signs visitors' tokens. */
  SecretKey signing() {
    return keys.key("visitor-tokens", "HmacSHA256");
  }

  /** A new secret for a site to vouch for its visitors with. */
  static String fresh() {
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Makes a secret unreadable for whoever reads the store, and good for that key alone. */
  String seal(String secret, String keyId) {
    return seal.seal(secret, keyId);
  }

  /**
   * The secret again.
   *
   * @throws IllegalStateException when it was sealed with another private key, or for another key
   */
  String open(String sealed, String keyId) {
    return seal.open(sealed, keyId);
  }
}
