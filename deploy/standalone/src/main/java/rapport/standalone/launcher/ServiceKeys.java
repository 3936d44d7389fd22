package rapport.standalone.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The Ed25519 pair that services recognise each other by, made once per data directory. */
record ServiceKeys(Path privateKey, Path publicKey) {

  static ServiceKeys in(Path directory) throws IOException {
    var keys =
        new ServiceKeys(
            directory.resolve("service-private.pem"), directory.resolve("service-public.pem"));
    if (Files.notExists(keys.privateKey) || Files.notExists(keys.publicKey)) {
      keys.generate(directory);
    }
    return keys;
  }

  private void generate(Path directory) throws IOException {
    Files.createDirectories(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    try {
      var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      write(publicKey, "PUBLIC KEY", pair.getPublic().getEncoded());
      write(privateKey, "PRIVATE KEY", pair.getPrivate().getEncoded());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK since 15 knows Ed25519", e);
    }
  }

  private static void write(Path file, String kind, byte[] encoded) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    Files.writeString(
        file, "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(kind, base64, kind));
  }
}
