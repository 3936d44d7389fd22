package rapport.standalone.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.Deflater;
import java.util.zip.ZipOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of the whole store as it is at one moment. Whoever may write into its directory asks for
 * one by making the file {@code snapshot.request}; when that is gone again, {@code snapshot.zip} is
 * there, or the log says why not.
 */
final class Snapshots {

  private static final Logger log = LoggerFactory.getLogger(Snapshots.class);

  private final StoreBackend backend;
  private final Path request;
  private final Path unfinished;
  private final Path result;

  Snapshots(StoreBackend backend, Path directory) {
    this.backend = backend;
    this.request = directory.resolve("snapshot.request");
    this.unfinished = directory.resolve("snapshot.unfinished");
    this.result = directory.resolve("snapshot.zip");
  }

  /** Takes one when it is asked for. What goes wrong with it is no harm to the store. */
  void takeIfAsked() {
    if (Files.notExists(request)) {
      return;
    }
    try {
      take();
    } catch (IOException | RuntimeException e) {
      log.error("a copy of the store could not be made", e);
    }
    try {
      Files.deleteIfExists(unfinished);
      Files.deleteIfExists(request);
    } catch (IOException e) {
      log.error("{} cannot be removed", request, e);
    }
  }

  private void take() throws IOException {
    Files.deleteIfExists(result);
    Files.deleteIfExists(unfinished);
    Files.createFile(
        unfinished,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (var zip = new ZipOutputStream(Files.newOutputStream(unfinished))) {
      zip.setLevel(Deflater.BEST_SPEED);
      backend.copyTo(zip);
    }
    Files.move(unfinished, result, StandardCopyOption.ATOMIC_MOVE);
  }
}
