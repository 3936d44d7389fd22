package rapport.health.api;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import rapport.runtime.problem.Problem;

/** The days of UTC a report is about, both inclusive. */
record ReportRange(LocalDate from, LocalDate to) {

  private static final int USUAL_DAYS = 30;
  private static final int MOST_DAYS = 366;

  /**
   * @param from first day; 30 days up to {@code to} when missing
   * @param to last day; today when missing
   * @throws Problem 400 {@code bad-range} when {@code to} is before {@code from}, more than 366
   *     days are asked for, or a day is not of the years 1 to 9999
   */
  static ReportRange of(@Nullable LocalDate from, @Nullable LocalDate to, Clock clock) {
    var last = to == null ? LocalDate.now(clock) : to;
    if (!isUsual(last) || (from != null && !isUsual(from))) {
      throw bad("Ask for days of the years 1 to 9999.");
    }
    var first = from == null ? last.minusDays(USUAL_DAYS - 1) : from;
    var days = ChronoUnit.DAYS.between(first, last) + 1;
    if (days < 1 || days > MOST_DAYS) {
      throw bad("Ask for 1 to 366 days, the earlier one first.");
    }
    return new ReportRange(first, last);
  }

  private static boolean isUsual(LocalDate day) {
    return day.getYear() >= 1 && day.getYear() <= 9999;
  }

  private static Problem bad(String detail) {
    return Problem.of(HttpStatus.BAD_REQUEST, "bad-range", detail);
  }
}
