package rapport.profile.profile;

import java.util.Locale;

/** Whether the person has finished the profile. */
public enum Status {
  IN_PROGRESS,
  COMPLETED;

  /** The name in the profile's structure, such as {@code in_progress}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
