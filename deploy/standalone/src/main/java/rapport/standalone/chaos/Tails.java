package rapport.standalone.chaos;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** What a power cut may leave at the ends of files. */
final class Tails {

  private static final int LONGEST_TEAR = 4096;
  private static final int LONGEST_CUT = 64 * 1024;
  private static final int INT = Integer.BYTES;

  private final Path data;
  private final Random random;

  Tails(Path data, Random random) {
    this.data = data;
    this.random = random;
  }

  /**
   * The store's journal gets the beginning of one more record, as when the machine stopped in the
   * middle of a write. Nothing that was confirmed is taken away: that was flushed before.
   */
  String tearJournal() throws IOException {
    var journals = files(data.resolve("store"), ".*\\.journal");
    if (journals.isEmpty()) {
      return "there is no journal";
    }
    var torn = new byte[INT + random.nextInt(LONGEST_TEAR)];
    random.nextBytes(torn);
    var record = ByteBuffer.wrap(torn);
    record.putInt(0, torn.length + 1 + random.nextInt(LONGEST_TEAR)); // longer than what follows
    try (var file = FileChannel.open(journals.getLast(), StandardOpenOption.APPEND)) {
      file.write(record);
    }
    return "%d bytes of half a record after %s"
        .formatted(torn.length, journals.getLast().getFileName());
  }

  /** Half of the partitions of Rapport's topics lose up to 64 KB of their ends. */
  String cutTopics() throws IOException {
    var cut = 0L;
    var partitions = 0;
    for (var partition : partitions()) {
      var segments = files(partition, "\\d+\\.log");
      if (!segments.isEmpty() && random.nextBoolean()) {
        var size = Files.size(segments.getLast());
        var lost = Math.min(size, random.nextInt(LONGEST_CUT));
        try (var file = FileChannel.open(segments.getLast(), StandardOpenOption.WRITE)) {
          file.truncate(size - lost);
        }
        cut += lost;
        partitions += lost > 0 ? 1 : 0;
      }
    }
    return "%d bytes cut off %d partitions".formatted(cut, partitions);
  }

  private List<Path> partitions() throws IOException {
    try (var folders = Files.walk(data.resolve("broker"))) {
      return folders
          .filter(Files::isDirectory)
          .filter(folder -> folder.getFileName().toString().matches("rapport\\..*-\\d+"))
          .sorted()
          .toList();
    }
  }

  private static List<Path> files(Path folder, String name) throws IOException {
    try (var files = Files.walk(folder)) {
      return new ArrayList<>(
          files
              .filter(file -> file.getFileName().toString().matches(name))
              .sorted(Comparator.comparing(file -> file.getFileName().toString()))
              .toList());
    }
  }
}
