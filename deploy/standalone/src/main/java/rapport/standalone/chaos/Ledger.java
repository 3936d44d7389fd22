package rapport.standalone.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rapport.standalone.chaos.Evidence.Asked;
import rapport.standalone.chaos.Evidence.Outcome;

/**
 * Every request and what became of it, on the disk before the request goes out and before its
 * answer counts: what a machine that dies has promised can still be looked up.
 */
final class Ledger implements AutoCloseable {

  private final FileChannel file;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private long written;
  private long forced;

  private static final class Entry {
    private final String stream;
    private final String input;
    private final Set<String> answers = new LinkedHashSet<>();
    private int sent;
    private int refused;

    Entry(String stream, String input) {
      this.stream = stream;
      this.input = input;
    }

    /** One answer is enough; a refusal counts when no attempt ended in any other way. */
    Asked asked() {
      var outcome =
          !answers.isEmpty() ? Outcome.OK : refused == sent ? Outcome.FAILED : Outcome.UNKNOWN;
      return new Asked(stream, input, outcome, answers);
    }
  }

  /** Begins a new one in that file, a line for each thing that happens. */
  static Ledger in(Path path) throws IOException {
    return new Ledger(
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE));
  }

  private Ledger(FileChannel file) {
    this.file = file;
  }

  /** The message is about to be sent, for the first time or again. */
  void invoked(String stream, String input) {
    write("invoked", stream, input, "", entry -> entry.sent++);
  }

  /**
   * It was answered.
   *
   * @param answer stands for all of it
   */
  void ok(String stream, String input, String answer) {
    write("ok", stream, input, answer, entry -> entry.answers.add(answer));
  }

  /** It was refused for good. */
  void failed(String stream, String input, String why) {
    write("failed", stream, input, why, entry -> entry.refused++);
  }

  /** Nobody can tell what became of it. */
  void unknown(String stream, String input, String why) {
    write("unknown", stream, input, why, _ -> {});
  }

  private interface Change {
    void of(Entry entry);
  }

  private void write(String what, String stream, String input, String detail, Change change) {
    var line =
        "%s %s %s %s %s%n"
            .formatted(Instant.now(), what, stream, input, detail.replaceAll("\\s+", " "));
    long end;
    synchronized (this) {
      change.of(entries.computeIfAbsent(stream + " " + input, _ -> new Entry(stream, input)));
      end = append(line);
    }
    force(end);
  }

  private long append(String line) {
    try {
      var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
      written += bytes.remaining();
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      return written;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those who wait while another one waits for the disk share the next wait. */
  private void force(long end) {
    synchronized (file) {
      if (forced >= end) {
        return;
      }
      try {
        var reached = reached();
        file.force(false);
        forced = reached;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private synchronized long reached() {
    return written;
  }

  /** Every message so far, in the order in which each was first said. */
  synchronized List<Asked> asked() {
    return new ArrayList<>(entries.values()).stream().map(Entry::asked).toList();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
