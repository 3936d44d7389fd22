package rapport.gateway.audit;

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

/** Seals the audit trail: derived from the gateway's private key, which the store does not have. */
@Component
class AuditKey {
  private static final int KEY_BYTES = 32;

  private final byte @Nullable [] root;

  AuditKey(@Value("${rapport.identity.private-key-file:}") String privateKey) {
    this.root =
        privateKey.isBlank() ? null : ServiceKeys.privateKey(Path.of(privateKey)).getEncoded();
  }

  AuditChain chain(String workspace) {
    return new AuditChain(workspace, key());
  }

  private SecretKey key() {
    if (root == null) {
      throw new IllegalStateException("no private key: RAPPORT_SERVICE_PRIVATE_KEY_FILE");
    }
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveKey(
              "HmacSHA256",
              HKDFParameterSpec.ofExtract()
                  .addIKM(new SecretKeySpec(root, "Generic"))
                  .thenExpand("audit-trail".getBytes(StandardCharsets.UTF_8), KEY_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot derive a key", e);
    }
  }
}
