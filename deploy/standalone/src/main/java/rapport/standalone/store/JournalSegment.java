package rapport.standalone.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One file of the {@link Journal}. A record: its length, the CRC-32C of its bytes, its bytes. */
final class JournalSegment {

  private static final Logger log = LoggerFactory.getLogger(JournalSegment.class);
  private static final int HEADER = 8;
  private static final int LONGEST = 64 * 1024 * 1024;

  private final long number;
  private final FileChannel channel;
  private volatile long written;
  private long forced;

  private JournalSegment(long number, FileChannel channel, long written) {
    this.number = number;
    this.channel = channel;
    this.written = written;
  }

  static JournalSegment open(Path directory, long number) throws IOException {
    var path = path(directory, number);
    var isNew = Files.notExists(path);
    var channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.position(channel.size());
    if (isNew) {
      forceDirectory(directory);
    }
    return new JournalSegment(number, channel, channel.size());
  }

  /** A new file is only found after a power cut when its directory is on the disk, too. */
  private static void forceDirectory(Path directory) throws IOException {
    try (var entry = FileChannel.open(directory, StandardOpenOption.READ)) {
      entry.force(true);
    }
  }

  static Path path(Path directory, long number) {
    return directory.resolve("%012d.journal".formatted(number));
  }

  long number() {
    return number;
  }

  long written() {
    return written;
  }

  /** Writes one record; returns the end of the file after it. */
  long append(byte[] record) throws IOException {
    var bytes = ByteBuffer.allocate(HEADER + record.length);
    bytes.putInt(record.length).putInt(checksum(record)).put(record).flip();
    var end = written + bytes.remaining();
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    written = end;
    return end;
  }

  /** Takes back what a failed {@link #append} may have left. */
  void truncate() throws IOException {
    channel.truncate(written);
    channel.position(written);
  }

  /** Returns when everything up to {@code end} is on the disk; callers take turns. */
  void force(long end) throws IOException {
    if (forced < end) {
      var reached = written;
      channel.force(false);
      forced = reached;
    }
  }

  void close() throws IOException {
    channel.close();
  }

  /**
   * Hands every whole record to {@code replay}. What follows the last of them is cut off when it
   * was being written at the end.
   *
   * @param finished whether there is a segment after this one, so that nothing was being written
   * @throws IOException when a finished one does not end with a whole record
   */
  static void replay(Path path, boolean finished, Consumer<byte[]> replay) throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      var end = 0L;
      for (var record = next(channel); record != null; record = next(channel)) {
        replay.accept(record);
        end = channel.position();
      }
      if (end < channel.size() && finished) {
        throw new IOException(
            "%s is damaged after %d bytes: restore a copy of the store".formatted(path, end));
      }
      if (end < channel.size()) {
        log.warn("{}: {} unfinished bytes cut off", path, channel.size() - end);
        channel.truncate(end);
        channel.force(true);
      }
    }
  }

  private static byte @Nullable [] next(FileChannel channel) throws IOException {
    var header = read(channel, HEADER);
    if (header == null) {
      return null;
    }
    var fields = ByteBuffer.wrap(header);
    var length = fields.getInt();
    if (length <= 0 || length > LONGEST) {
      return null;
    }
    var body = read(channel, length);
    return body != null && checksum(body) == fields.getInt() ? body : null;
  }

  private static byte @Nullable [] read(FileChannel channel, int length) throws IOException {
    if (channel.size() - channel.position() < length) {
      return null;
    }
    var bytes = new byte[length];
    var buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        return null;
      }
    }
    return bytes;
  }

  private static int checksum(byte[] bytes) {
    var crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
