package rapport.health.job;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How often a job runs. Its periods follow one another without gaps. */
public enum Cadence {
  /** Keeps every account's score at the end of the day, and evaluates every account anew. */
  DAILY,
  /** Adds up how much accounts and we talked, from Monday to Sunday. */
  WEEKLY,
  /** Learns from accounts lost and kept, and evaluates every account anew. */
  MONTHLY,
  /** Prepares the review of every account. */
  QUARTERLY;

  private static final int MOST_AT_ONCE = 400;

  /** The period that day is in. */
  public Period of(LocalDate day) {
    return switch (this) {
      case DAILY -> new Period(this, day, day);
      case WEEKLY -> {
        var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        yield new Period(this, monday, monday.plusDays(6));
      }
      case MONTHLY -> {
        var first = day.withDayOfMonth(1);
        yield new Period(this, first, first.plusMonths(1).minusDays(1));
      }
      case QUARTERLY -> {
        var first = day.with(IsoFields.DAY_OF_QUARTER, 1);
        yield new Period(this, first, first.plusMonths(3).minusDays(1));
      }
    };
  }

  /**
   * The periods that are over and were not begun, in order, at most the last 400.
   *
   * @param today the day it is in the workspace
   * @param last the period that was begun last; absent for a workspace that never had one, which
   *     begins with the period that ended last
   */
  public List<Period> due(LocalDate today, @Nullable Period last) {
    var periods = new ArrayList<Period>();
    var period = of(of(today).from().minusDays(1));
    while (periods.size() < MOST_AT_ONCE && (last == null || period.from().isAfter(last.to()))) {
      periods.add(period);
      if (last == null) {
        break;
      }
      period = of(period.from().minusDays(1));
    }
    Collections.reverse(periods);
    return periods;
  }

  /** The name people use, in lower case. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
