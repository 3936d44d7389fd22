package rapport.gateway.secret;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import rapport.runtime.identity.ServiceKeys;

/**
 * Keys derived from the gateway's private key, one for each purpose, so that all gateways share
 * them, the store has none of them, and there is no further secret to keep.
 */
@Component
public class DerivedKeys {
  private static final int KEY_BYTES = 32;

  private final byte @Nullable [] root;

  public DerivedKeys(@Value("${rapport.identity.private-key-file:}") String privateKey) {
    this.root =
        privateKey.isBlank() ? null : ServiceKeys.privateKey(Path.of(privateKey)).getEncoded();
  }

  /**
   * The key for a purpose, always the same.
   *
   * @throws IllegalStateException when the gateway has no private key
   */
  public SecretKey key(String purpose, String algorithm) {
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
}
