package rapport.integrations.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.KmsEnvelopeAead;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
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
 * Each is encrypted with a key of its own, and that key with the newest key of the {@link KeyFile};
 * older ones open what they have sealed.
 */
@Component
public final class SecretVault {

  /** Where a sealed text says which key it was sealed with: after a length and a version. */
  private static final int KEY_ID_AT = 5;

  private record Keys(KeysetHandle handle, Aead envelope) {}

  private final @Nullable Path file;
  private volatile @Nullable Keys current;

  public SecretVault(@Value("${rapport.integrations.key-file}") String keyFile) {
    this.file = keyFile.isBlank() ? null : Path.of(keyFile);
    this.current = file == null ? null : keys(KeyFile.readOrCreate(file));
  }

  private static Keys keys(KeysetHandle handle) {
    try {
      AeadConfig.register();
      var outer = handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
      return new Keys(handle, KmsEnvelopeAead.create(PredefinedAeadParameters.AES256_GCM, outer));
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
          needed()
              .envelope()
              .encrypt(text.getBytes(StandardCharsets.UTF_8), context(workspace, owner));
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
      return opened(needed(), workspace, owner, sealed);
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      return openedAnew(workspace, owner, sealed);
    }
  }

  private String openedAnew(String workspace, String owner, String sealed) {
    refresh();
    try {
      return opened(needed(), workspace, owner, sealed);
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      throw Problem.of(
          HttpStatus.SERVICE_UNAVAILABLE,
          "secrets-unreadable",
          "The stored secrets cannot be read with this service's key file. Give them again.");
    }
  }

  private static String opened(Keys keys, String workspace, String owner, String sealed)
      throws GeneralSecurityException {
    var bytes = Base64.getDecoder().decode(sealed);
    var text = keys.envelope().decrypt(bytes, context(workspace, owner));
    return new String(text, StandardCharsets.UTF_8);
  }

  /** Makes a new key, and seals with it from now on. Blocks while the file is written. */
  public void rotate() {
    needed();
    if (file != null) {
      current = keys(KeyFile.rotated(file));
    }
  }

  /** Whether there is a key file at all. */
  public boolean hasKeys() {
    return current != null;
  }

  /** How many keys there are. */
  public int keys() {
    return needed().handle().size();
  }

  /** Whether a sealed text was sealed with the newest key. */
  boolean isNewest(String sealed) {
    var bytes = Base64.getDecoder().decode(sealed);
    return bytes.length > KEY_ID_AT + Integer.BYTES
        && ByteBuffer.wrap(bytes).getInt(KEY_ID_AT) == needed().handle().getPrimary().getId();
  }

  /** Reads the file again: another instance may have made a newer key. Blocks meanwhile. */
  void refresh() {
    if (file != null) {
      current = keys(KeyFile.readOrCreate(file));
    }
  }

  private Keys needed() {
    var keys = current;
    if (keys == null) {
      throw Problem.of(
          HttpStatus.SERVICE_UNAVAILABLE,
          "no-key-file",
          "Secrets cannot be kept: set RAPPORT_INTEGRATIONS_KEY_FILE and start again.");
    }
    return keys;
  }

  private static byte[] context(String workspace, String owner) {
    return (workspace + "|" + owner).getBytes(StandardCharsets.UTF_8);
  }
}
