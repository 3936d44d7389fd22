package rapport.profile.account.linkedin;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.ZipInputStream;

/**
 * The archive LinkedIn gives its members, or the one file of it that is wanted. Nothing of it is
 * written anywhere, no other file in it is looked into, and what grows too large is refused.
 */
final class Archive {

  static final String WANTED = "Connections.csv";

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final int MOST_FILES = 2_000;
  private static final long MOST_BYTES = 100_000_000;

  private Archive() {}

  /** The connections in it; fails with {@link Unfit}. */
  static Connections read(byte[] file) {
    try {
      return isZip(file) ? unpacked(file) : Connections.read(new ByteArrayInputStream(file));
    } catch (IOException e) {
      throw new Unfit(
          "not-readable",
          "The file is damaged, or neither a ZIP nor CSV in UTF-8: " + e.getMessage() + ".");
    }
  }

  private static boolean isZip(byte[] file) {
    return file.length >= ZIP.length && Arrays.equals(file, 0, ZIP.length, ZIP, 0, ZIP.length);
  }

  private static Connections unpacked(byte[] file) throws IOException {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      var bounded = new Bounded(zip);
      for (var files = 0; files < MOST_FILES; files++) {
        var entry = zip.getNextEntry();
        if (entry == null) {
          throw new Unfit("no-connections", "There is no " + WANTED + " in the archive.");
        }
        if (isWanted(entry.getName())) {
          return Connections.read(bounded);
        }
        bounded.transferTo(OutputStream.nullOutputStream());
      }
      throw tooLarge();
    }
  }

  /** It lies at the top, or in the archive's only folder. */
  private static boolean isWanted(String name) {
    return name.substring(name.lastIndexOf('/') + 1).equalsIgnoreCase(WANTED);
  }

  private static Unfit tooLarge() {
    return new Unfit("too-large", "Unpacked the archive is too large. Send " + WANTED + " alone.");
  }

  /** No more than so many bytes, in all files together. */
  private static final class Bounded extends FilterInputStream {

    private long left = MOST_BYTES;

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      return counted(super.read(), 1);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      var read = super.read(into, from, length);
      return counted(read, read);
    }

    /** The archive is closed by whoever opened it. */
    @Override
    public void close() {}

    private int counted(int result, int bytes) {
      left -= result < 0 ? 0 : bytes;
      if (left < 0) {
        throw tooLarge();
      }
      return result;
    }
  }
}
