package rapport.integrations.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.KmsEnvelopeAead;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import rapport.runtime.problem.Problem;

/**
 * Seals secrets so that whoever reads the store cannot use them, nor move them to another owner.
 * Each is encrypted with a key of its own, and that key with the key of the {@link KeyFile}.
 */
@Component
public final class SecretVault {

  private final @Nullable Aead envelope;

  public SecretVault(@Value("${rapport.integrations.key-file}") String keyFile) {
    this.envelope = keyFile.isBlank() ? null : envelope(KeyFile.readOrCreate(Path.of(keyFile)));
  }

  private static Aead envelope(KeysetHandle keys) {
    try {
      AeadConfig.register();
      var outer = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
      return KmsEnvelopeAead.create(PredefinedAeadParameters.AES256_GCM, outer);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key file has no key to encrypt with", e);
    }
  }

  /**
   * Makes a text unreadable.
   *
   * @param owner whose it is within the workspace; only they can have it opened
   * @throws Problem 503 {@code no-key-file} when the service has no key
   */
  public String seal(String workspace, String owner, String text) {
    try {
      var sealed =
          vault().encrypt(text.getBytes(StandardCharsets.UTF_8), context(workspace, owner));
      return Base64.getEncoder().encodeToString(sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot seal a secret of " + owner, e);
    }
  }

  /**
   * The text again.
   *
   * @throws Problem 503 {@code secrets-unreadable} when it was sealed with a key that is gone, or
   *     for somebody else
   */
  public String open(String workspace, String owner, String sealed) {
    try {
      var bytes = Base64.getDecoder().decode(sealed);
      return new String(vault().decrypt(bytes, context(workspace, owner)), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      throw Problem.of(
          HttpStatus.SERVICE_UNAVAILABLE,
          "secrets-unreadable",
          "The stored secrets cannot be read with this service's key file. Give them again.");
    }
  }

  private Aead vault() {
    if (envelope == null) {
      throw Problem.of(
          HttpStatus.SERVICE_UNAVAILABLE,
          "no-key-file",
          "Secrets cannot be kept: set RAPPORT_INTEGRATIONS_KEY_FILE and start again.");
    }
    return envelope;
  }

  private static byte[] context(String workspace, String owner) {
    return (workspace + "|" + owner).getBytes(StandardCharsets.UTF_8);
  }
}
