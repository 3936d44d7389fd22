package rapport.standalone.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

  private static final int CUTS = 50;

  @TempDir Path directory;

  @Test
  void cut_anywhere_it_has_every_record_before_the_cut_and_goes_on_from_there() throws IOException {
    var seed = Long.getLong("rapport.seed", System.nanoTime());
    System.out.println("seed " + seed + " (repeat with -Drapport.seed=" + seed + ")");
    var random = new Random(seed);
    var written = new ArrayList<Written>();
    for (var cut = 0; cut < CUTS; cut++) {
      write(written, random, 1 + random.nextInt(20));
      var size = random.nextLong(end(written) + 1);
      shorten(1, size);
      written.removeIf(record -> record.end() > size);
      assertThat(records()).containsExactlyElementsOf(written.stream().map(Written::text).toList());
    }
  }

  @Test
  void what_follows_a_damaged_record_in_the_last_segment_is_cut_off() throws IOException {
    append("first", "second", "third");
    damage(1, end("first") + 10);
    assertThat(records()).containsExactly("first");
    append("fourth");
    assertThat(records()).containsExactly("first", "fourth");
  }

  @Test
  void a_segment_that_was_finished_and_lost_its_end_is_refused() throws IOException {
    try (var journal = Journal.open(directory, 1, _ -> {})) {
      journal.append("first".getBytes(UTF_8));
      journal.append("second".getBytes(UTF_8));
      journal.rotate();
      journal.append("third".getBytes(UTF_8));
    }
    shorten(1, end("first") + 3);
    assertThatThrownBy(this::records)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("damaged");
  }

  private record Written(String text, long end) {}

  private void write(List<Written> written, Random random, int records) throws IOException {
    try (var journal = Journal.open(directory, 1, _ -> {})) {
      for (var n = 0; n < records; n++) {
        var bytes = new byte[1 + random.nextInt(2000)];
        Arrays.fill(bytes, (byte) ('a' + random.nextInt(26)));
        var position = journal.append(bytes);
        written.add(new Written(new String(bytes, UTF_8), position.end()));
      }
    }
  }

  private static long end(List<Written> written) {
    return written.getLast().end();
  }

  private static long end(String only) {
    return 8L + only.length();
  }

  private void append(String... texts) throws IOException {
    try (var journal = Journal.open(directory, 1, _ -> {})) {
      for (var text : texts) {
        journal.append(text.getBytes(UTF_8));
      }
    }
  }

  private List<String> records() throws IOException {
    var records = new ArrayList<String>();
    Journal.open(directory, 1, record -> records.add(new String(record, UTF_8))).close();
    return records;
  }

  private void shorten(long segment, long size) throws IOException {
    try (var channel = write(segment)) {
      channel.truncate(size);
    }
  }

  private void damage(long segment, long at) throws IOException {
    try (var channel = write(segment)) {
      channel.write(ByteBuffer.wrap(new byte[] {0}), at);
    }
  }

  private FileChannel write(long segment) throws IOException {
    return FileChannel.open(JournalSegment.path(directory, segment), StandardOpenOption.WRITE);
  }
}
