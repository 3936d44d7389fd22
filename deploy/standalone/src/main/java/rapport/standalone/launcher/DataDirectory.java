package rapport.standalone.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything Rapport keeps on this machine; one launcher at a time holds it. */
final class DataDirectory {

  private static final String MARK = "rapport-data";

  /** Which erasures there were; no part of a backup, so that they can be done again after one. */
  static final String ERASED = "erased.jsonl";

  private static final long MEGABYTE = 1024 * 1024;
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final Path root;
  private final FileChannel channel;
  private final FileLock lock;

  private DataDirectory(Path root, FileChannel channel, FileLock lock) {
    this.root = root;
    this.channel = channel;
    this.lock = lock;
  }

  /** The launcher that holds a directory: its process and where its gateway listens. */
  record Holder(long pid, String address) {}

  /**
   * Takes the directory, making it when there is none.
   *
   * @return empty when another launcher holds it
   * @throws UserError when it cannot be written or is not Rapport's
   */
  static Optional<DataDirectory> take(Path root) {
    try {
      Files.createDirectories(root, OWNER_ONLY);
      mark(root);
      var channel =
          FileChannel.open(
              root.resolve("up.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      var lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      return Optional.of(new DataDirectory(root, channel, lock));
    } catch (IOException e) {
      throw new UserError(
          "The data directory %s cannot be written (%s). Choose another with --data-dir."
              .formatted(root, e),
          e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by this very process
    }
  }

  /** Rapport only ever empties directories it has marked as its own. */
  private static void mark(Path root) throws IOException {
    if (Files.exists(root.resolve(MARK))) {
      return;
    }
    try (var files = Files.list(root)) {
      if (files.findAny().isPresent()) {
        throw new UserError(
            "%s holds files that are not Rapport's. Choose an empty directory with --data-dir."
                .formatted(root));
      }
    }
    Files.writeString(root.resolve(MARK), "1\n");
  }

  /** Who holds {@code root}, as it wrote down itself. */
  static Optional<Holder> holder(Path root) {
    try {
      var words = Files.readString(root.resolve("up.pid")).strip().split(" ", -1);
      return Optional.of(new Holder(Long.parseLong(words[0]), words[1]));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Whether some launcher holds {@code root} at this moment. */
  static boolean isHeld(Path root) {
    if (Files.notExists(root.resolve("up.lock"))) {
      return false;
    }
    try (var channel = FileChannel.open(root.resolve("up.lock"), StandardOpenOption.WRITE)) {
      var lock = tryLock(channel);
      if (lock != null) {
        lock.release();
      }
      return lock == null;
    } catch (IOException e) {
      return false;
    }
  }

  void writeHolder(Holder holder) throws IOException {
    Files.writeString(root.resolve("up.pid"), holder.pid() + " " + holder.address() + "\n");
  }

  /** Removes everything but the mark and the lock. */
  void empty() throws IOException {
    emptyBut(Set.of(root, root.resolve(MARK), root.resolve("up.lock")));
  }

  /** The same, for what a backup knows; what was erased since is still to be erased then. */
  void emptyForBackup() throws IOException {
    emptyBut(Set.of(root, root.resolve(MARK), root.resolve("up.lock"), root.resolve(ERASED)));
  }

  private void emptyBut(Set<Path> kept) throws IOException {
    Directories.deleteInside(root, file -> !kept.contains(file));
  }

  Path path(String name) {
    return root.resolve(name);
  }

  Path logs() {
    return path("logs");
  }

  long freeMegabytes() throws IOException {
    return Files.getFileStore(root).getUsableSpace() / MEGABYTE;
  }

  /** Lets another launcher have it. */
  void release() {
    try {
      Files.deleteIfExists(root.resolve("up.pid"));
      Files.deleteIfExists(root.resolve("ready"));
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
