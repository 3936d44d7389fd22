package rapport.integrations.slack;

import java.time.Instant;
import java.util.regex.Pattern;
import rapport.integrations.connector.ConnectorException;

/**
 * Slack's times: seconds and millionths, by which a channel also knows its messages. As texts they
 * are in the order of time.
 */
final class Stamp {

  private static final Pattern FORM = Pattern.compile("\\d{10}\\.\\d{6}");
  private static final long MICROS = 1_000_000;

  private Stamp() {}

  static String of(Instant at) {
    return "%010d.%06d".formatted(at.getEpochSecond(), at.getNano() / 1_000);
  }

  static long micros(Instant at) {
    return at.getEpochSecond() * MICROS + at.getNano() / 1_000;
  }

  static long micros(String stamp) {
    return Long.parseLong(checked(stamp).replace(".", ""));
  }

  static Instant time(String stamp) {
    var micros = micros(stamp);
    return Instant.ofEpochSecond(micros / MICROS, micros % MICROS * 1_000);
  }

  static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  /** The same, if it is one. */
  static String checked(String stamp) {
    if (!isOne(stamp)) {
      throw ConnectorException.unfit("Slack does not say when a message was. It is passed over.");
    }
    return stamp;
  }
}
