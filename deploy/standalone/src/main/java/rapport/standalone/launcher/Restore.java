package rapport.standalone.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Makes a data directory of a {@link Backup}. */
final class Restore {

  private final Path file;

  Restore(Path file) {
    this.file = file;
  }

  /**
   * @param data where; only an empty directory, unless {@code replace}
   * @throws UserError when the file is no whole backup, and then nothing is changed; or when a
   *     Rapport runs there
   */
  void into(Path data, boolean replace) throws IOException {
    try (var backup = new ZipFile(file.toFile())) {
      check(backup);
      var held =
          DataDirectory.take(data)
              .orElseThrow(() ->
                  new UserError("Rapport runs in %s. Stop it with deploy/down.".formatted(data)));
      try {
        unpack(backup, held, replace);
      } finally {
        held.release();
      }
    } catch (ZipException e) {
      throw new UserError("%s is damaged or no backup (%s).".formatted(file, e.getMessage()), e);
    }
  }

  /** Reads everything once, which compares the checksums. */
  private void check(ZipFile backup) throws IOException {
    var mark = backup.getEntry(Backup.MARK);
    if (mark == null || !text(backup, mark).startsWith(Backup.VERSION + "\n")) {
      throw new UserError(file + " is no backup of Rapport that this version knows.");
    }
    for (var entry : backup.stream().toList()) {
      if (!entry.getName().equals(Backup.MARK) && !isExpected(entry.getName())) {
        throw new UserError("%s holds %s, which is no part of a backup.".formatted(file, entry));
      }
      try (var in = new CheckedInputStream(backup.getInputStream(entry), new CRC32())) {
        in.transferTo(OutputStream.nullOutputStream());
        if (in.getChecksum().getValue() != entry.getCrc()) {
          throw new ZipException(entry + " is not what was written");
        }
      }
    }
  }

  private static boolean isExpected(String name) {
    return Backup.FOLDERS.stream().anyMatch(name::startsWith)
        && Path.of(name).equals(Path.of(name).normalize());
  }

  private static String text(ZipFile backup, ZipEntry entry) throws IOException {
    try (var in = backup.getInputStream(entry)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void unpack(ZipFile backup, DataDirectory data, boolean replace)
      throws IOException {
    if (Files.exists(data.path("store")) && !replace) {
      throw new UserError(
          "There is data already. Choose another --data-dir, or --replace to lose what is there.");
    }
    data.emptyForBackup();
    for (var entry : backup.stream().filter(each -> isExpected(each.getName())).toList()) {
      try (var in = backup.getInputStream(entry)) {
        write(data.path(entry.getName()), in);
      }
    }
  }

  private static void write(Path target, InputStream in) throws IOException {
    Files.createDirectories(
        target.resolveSibling(""),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.copy(in, target);
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
  }
}
