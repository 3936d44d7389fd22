package rapport.standalone.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Predicate;

/** Removing what is not needed any more. */
final class Directories {

  private Directories() {}

  /** Deletes {@code root} with everything in it; does nothing when it is not there. */
  static void delete(Path root) throws IOException {
    deleteInside(root, _ -> true);
  }

  /**
   * Deletes what is inside {@code root} (or it is itself) and {@code which} names, deepest first.
   */
  static void deleteInside(Path root, Predicate<Path> which) throws IOException {
    if (Files.notExists(root)) {
      return;
    }
    try (var files = Files.walk(root)) {
      for (var file : files.filter(which).sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
