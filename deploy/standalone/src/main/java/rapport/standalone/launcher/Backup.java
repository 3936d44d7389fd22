package rapport.standalone.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Writes what Rapport cannot make anew into one file: the store, as it is at one moment, and the
 * keys. Topics are not in it: what is stored is published again.
 */
final class Backup {

  /** The entry that says what a file is; its first line is {@link #VERSION}. */
  static final String MARK = "rapport-backup";

  static final String VERSION = "1";

  /** What a backup may hold besides its mark. */
  static final List<String> FOLDERS = List.of("store/", "keys/");

  private static final Duration SNAPSHOT_WITHIN = Duration.ofMinutes(30);
  private static final Duration LOOK = Duration.ofMillis(50);

  private final Path data;

  /**
   * @param data the data directory, of a Rapport that runs or does not
   */
  Backup(Path data) {
    this.data = data;
  }

  /**
   * @param file is made; only its owner may read it, as it holds keys
   * @throws UserError when it is there already, or there is nothing to keep
   */
  void write(Path file, Instant now) throws IOException, InterruptedException {
    if (Files.exists(file)) {
      throw new UserError(file + " is there already.");
    }
    if (Files.notExists(data.resolve("store/store.mv"))) {
      throw new UserError(
          "There is no embedded store in %s. Another MongoDB is backed up with its own tools."
              .formatted(data));
    }
    var unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    Files.deleteIfExists(unfinished);
    Files.createFile(
        unfinished,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (var zip = new ZipOutputStream(Files.newOutputStream(unfinished))) {
      zip.putNextEntry(new ZipEntry(MARK));
      zip.write("%s\nmade %s\n".formatted(VERSION, now).getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      addFolder(zip, "keys");
      addStore(zip);
    } catch (IOException | RuntimeException | InterruptedException e) {
      Files.deleteIfExists(unfinished);
      throw e;
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private void addStore(ZipOutputStream zip) throws IOException, InterruptedException {
    var held = DataDirectory.take(data);
    if (held.isEmpty()) {
      addSnapshot(zip);
      return;
    }
    try {
      addFolder(zip, "store");
    } finally {
      held.get().release();
    }
  }

  private void addFolder(ZipOutputStream zip, String name) throws IOException {
    try (var files = Files.walk(data.resolve(name))) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        try (var in = Files.newInputStream(file)) {
          add(zip, data.relativize(file).toString(), in);
        }
      }
    }
  }

  private static void add(ZipOutputStream zip, String name, InputStream in) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    in.transferTo(zip);
    zip.closeEntry();
  }

  /** The running store makes a copy of itself, of one moment between two writes. */
  private void addSnapshot(ZipOutputStream zip) throws IOException, InterruptedException {
    var snapshot = snapshot();
    try (var made = new ZipFile(snapshot.toFile())) {
      for (var entry : made.stream().toList()) {
        try (var in = made.getInputStream(entry)) {
          add(zip, "store/" + entry.getName(), in);
        }
      }
    } finally {
      Files.delete(snapshot);
    }
  }

  private Path snapshot() throws IOException, InterruptedException {
    var request = data.resolve("store/snapshot.request");
    var snapshot = data.resolve("store/snapshot.zip");
    Files.deleteIfExists(snapshot);
    Files.write(request, new byte[0]);
    var until = System.nanoTime() + SNAPSHOT_WITHIN.toNanos();
    while (Files.exists(request)) {
      if (!DataDirectory.isHeld(data) || System.nanoTime() > until) {
        Files.deleteIfExists(request);
        throw new UserError("Rapport stopped, or its store did not answer. Please try again.");
      }
      Thread.sleep(LOOK);
    }
    if (Files.notExists(snapshot)) {
      throw new UserError(
          "The store could not make a copy of itself; %s says why."
              .formatted(data.resolve("logs/store.log")));
    }
    return snapshot;
  }
}
