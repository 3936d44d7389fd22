package rapport.integrations.salesforce;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Salesforce's times: it writes {@code +0000} and takes {@code Z}, always to the millisecond. */
final class Stamps {

  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter ANSWERED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXX");

  private Stamps() {}

  /** As a literal of a query; these sort like the times they stand for. */
  static String of(Instant time) {
    return WRITTEN.format(time.truncatedTo(ChronoUnit.MILLIS));
  }

  /** A time as Salesforce answers it. */
  static Instant read(String answered) {
    return OffsetDateTime.parse(answered, ANSWERED).toInstant();
  }
}
