package rapport.profile.export;

import java.util.Locale;

/** A file format records are handed out in. */
public enum ExportFormat {
  JSON("application/json"),
  CSV("text/csv;charset=UTF-8"),
  MD("text/markdown;charset=UTF-8"),
  PDF("application/pdf"),
  SVG("image/svg+xml");

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
}
