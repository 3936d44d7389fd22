package rapport.profile.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A file format profiles are handed out in. */
public enum ExportFormat {
  JSON("application/json"),
  CSV("text/csv;charset=UTF-8"),
  MD("text/markdown;charset=UTF-8"),
  PDF("application/pdf");

  private final String mediaType;

  ExportFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /** The end of a file name, and the name in requests. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of that name, in lower case. */
  public static Optional<ExportFormat> of(String name) {
    return Arrays.stream(values()).filter(format -> format.extension().equals(name)).findFirst();
  }
}
