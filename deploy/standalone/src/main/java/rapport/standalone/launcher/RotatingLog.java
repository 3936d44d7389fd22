package rapport.standalone.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A log file that makes room for itself: at most twice {@code limit} bytes, in two files. */
final class RotatingLog implements AutoCloseable {

  private final Path file;
  private final long limit;
  private OutputStream out;
  private long written;

  RotatingLog(Path file, long limit) throws IOException {
    this.file = file;
    this.limit = limit;
    Files.createDirectories(file.toAbsolutePath().getParent());
    this.out = open();
    this.written = Files.size(file);
  }

  private OutputStream open() throws IOException {
    return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  synchronized void line(String line) throws IOException {
    var bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    if (written > 0 && written + bytes.length > limit) {
      out.close();
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".1"),
          StandardCopyOption.REPLACE_EXISTING);
      out = open();
      written = 0;
    }
    out.write(bytes);
    written += bytes.length;
  }

  @Override
  public synchronized void close() throws IOException {
    out.close();
  }
}
