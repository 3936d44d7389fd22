package rapport.integrations.secret;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/**
 * The file with the keys that secrets are sealed with, newest first to be used: a Tink keyset as
 * JSON, for its owner's eyes only. Without it every stored secret is lost.
 */
final class KeyFile {

  private KeyFile() {}

  /** The keys of the file; one that is not there is made, with one key. */
  static KeysetHandle readOrCreate(Path file) {
    try {
      AeadConfig.register();
      if (!Files.exists(file)) {
        create(file, KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
      }
      return TinkJsonProtoKeysetFormat.parseKeyset(
          Files.readString(file), InsecureSecretKeyAccess.get());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read or make the key file " + file, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(file + " is not a key file", e);
    }
  }

  /**
   * Adds a key to the file that is used from now on; those before stay, to read with. Of two that
   * do so at once, in whatever processes, the second adds to what the first has written; in one
   * process it waits before it asks for the lock, which only other processes are made to wait for.
   */
  static synchronized KeysetHandle rotated(Path file) {
    var lock = file.resolveSibling(file.getFileName() + ".lock");
    try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var _ = channel.lock()) {
      var more =
          KeysetHandle.newBuilder(readOrCreate(file))
              .addEntry(
                  KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                      .withRandomId()
                      .makePrimary())
              .build();
      Files.move(
          written(file, more),
          file,
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      return more;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the key file " + file, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot make a key", e);
    }
  }

  /** Whole or not at all; of two that are made at once, the first stays. */
  private static void create(Path file, KeysetHandle keys)
      throws IOException, GeneralSecurityException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    var made = written(file, keys);
    try {
      Files.createLink(file, made);
    } catch (FileAlreadyExistsException _) {
      // somebody was first: theirs is the one
    } finally {
      Files.delete(made);
    }
  }

  private static Path written(Path file, KeysetHandle keys)
      throws IOException, GeneralSecurityException {
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var made = Files.createTempFile(file.toAbsolutePath().getParent(), ".key", null, owner);
    var json = TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
    return Files.writeString(made, json);
  }
}
