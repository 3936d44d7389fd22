package rapport.profile.record;

import java.util.Locale;

/** Whether the person has finished the record. */
public enum Status {
  IN_PROGRESS,
  COMPLETED;

  /** The name in the source's structure, such as {@code in_progress}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
