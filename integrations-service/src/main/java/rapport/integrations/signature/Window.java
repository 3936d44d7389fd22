package rapport.integrations.signature;

import java.time.Duration;
import java.time.Instant;

/** How far a signature's time may be from ours: five minutes before or after. */
public final class Window {

  public static final Duration WIDTH = Duration.ofMinutes(5);

  private Window() {}

  /** Whether a moment is near enough to now. */
  public static boolean holds(Instant signed, Instant now) {
    return Duration.between(signed, now).abs().compareTo(WIDTH) <= 0;
  }

  /** Whether a time in whole seconds since 1970, as signatures carry it, is written as one. */
  static boolean isSeconds(String text) {
    return text.length() <= 12 && !text.isEmpty() && text.chars().allMatch(Window::isDigit);
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }
}
