package rapport.standalone.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An append-only log in numbered segments. A record that {@link #append} returned from is in the
 * operating system's hands and survives the death of this process; after {@link #force} it also
 * survives a power cut, as far as the disk keeps its word. What a crash left unfinished at the end
 * is cut off when the journal is opened.
 */
final class Journal implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Journal.class);

  private final Path directory;
  private final Object forcing = new Object();
  private volatile JournalSegment current;
  private volatile boolean broken;

  private Journal(Path directory, JournalSegment current) {
    this.directory = directory;
    this.current = current;
  }

  /**
   * Opens the journal and hands every whole record of segment {@code from} and later to {@code
   * replay}, in order. Older segments are deleted.
   *
   * @throws IOException when a segment between others is missing or damaged, or the disk refuses
   */
  static Journal open(Path directory, long from, Consumer<byte[]> replay) throws IOException {
    Files.createDirectories(directory);
    delete(directory, from);
    var found = numbers(directory);
    if (from > 1 && found.isEmpty()) {
      throw missing(directory, from);
    }
    var next = from;
    for (var number : found) {
      if (number != next) {
        throw missing(directory, next);
      }
      var finished = !number.equals(found.getLast());
      JournalSegment.replay(JournalSegment.path(directory, number), finished, replay);
      next++;
    }
    var last = Math.max(from, next - 1);
    return new Journal(directory, JournalSegment.open(directory, last));
  }

  private static IOException missing(Path directory, long number) {
    return new IOException(
        "%s is missing: the store is damaged, restore a copy of it"
            .formatted(JournalSegment.path(directory, number)));
  }

  /**
   * Writes one record; callers take turns.
   *
   * @return where to {@link #force}
   * @throws UncheckedIOException when it could not be written; then nothing of it remains
   */
  Position append(byte[] record) {
    if (broken) {
      throw new UncheckedIOException(new IOException("the journal cannot be written any more"));
    }
    try {
      return new Position(current, current.append(record));
    } catch (IOException e) {
      takeBack(e);
      throw new UncheckedIOException("the journal cannot be written", e);
    }
  }

  private void takeBack(IOException cause) {
    try {
      current.truncate();
    } catch (IOException e) {
      broken = true;
      cause.addSuppressed(e);
    }
  }

  /**
   * Returns once everything up to {@code position} is on the disk. Writers that come while another
   * one waits for the disk share the next wait.
   */
  void force(Position position) {
    synchronized (forcing) {
      try {
        position.segment().force(position.end());
      } catch (IOException e) {
        // What the kernel dropped cannot be asked for again: start anew from what the disk has.
        log.error("the disk refused the journal; stopping so that nothing unsaved is confirmed", e);
        Runtime.getRuntime().halt(70);
      }
    }
  }

  /** Bytes written since the last {@link #rotate}. */
  long size() {
    return current.written();
  }

  /**
   * Starts a new segment and returns its number; no other call may run at the same time but {@link
   * #force}.
   */
  long rotate() throws IOException {
    var full = current;
    force(new Position(full, full.written()));
    current = JournalSegment.open(directory, full.number() + 1);
    full.close();
    return current.number();
  }

  /** Removes the segments before {@code number}: the store holds what they say. */
  void deleteBefore(long number) throws IOException {
    delete(directory, number);
  }

  @Override
  public void close() throws IOException {
    current.close();
  }

  record Position(JournalSegment segment, long end) {}

  private static void delete(Path directory, long before) throws IOException {
    for (var number : numbers(directory)) {
      if (number < before) {
        Files.delete(JournalSegment.path(directory, number));
      }
    }
  }

  private static List<Long> numbers(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("\\d{12}\\.journal"))
          .map(name -> Long.parseLong(name.substring(0, 12)))
          .sorted()
          .toList();
    }
  }
}
