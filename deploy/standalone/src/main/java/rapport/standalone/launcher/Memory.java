package rapport.standalone.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What a process takes, in kilobytes: {@code rss} counts pages shared with others in full, {@code
 * pss} counts its share of them.
 */
record Memory(long rss, long pss) {

  static final Memory NONE = new Memory(0, 0);

  /** Empty where there is no {@code /proc}, or no such process. */
  static Optional<Memory> of(long pid) {
    var process = Path.of("/proc", Long.toString(pid));
    try {
      return Optional.of(
          new Memory(
              kilobytes(process.resolve("status"), "VmRSS:"),
              kilobytes(process.resolve("smaps_rollup"), "Pss:")));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static long kilobytes(Path file, String name) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(0);
  }

  Memory plus(Memory other) {
    return new Memory(rss + other.rss, pss + other.pss);
  }

  String megabytes() {
    return String.format(Locale.ROOT, "%6.0f MB RSS %6.0f MB PSS", rss / 1024.0, pss / 1024.0);
  }
}
