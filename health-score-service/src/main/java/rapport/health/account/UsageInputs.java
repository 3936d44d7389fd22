package rapport.health.account;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import rapport.contracts.AccountSignal.UsageReported;

/**
 * How much the product is used. When the last report is over a week old, nobody knows: the account
 * may be silent, or its reports.
 */
final class UsageInputs {

  private static final int FRESH_DAYS = 7;
  private static final int WEEK = 7;
  private static final int MONTH = 28;
  private static final int FEWEST_DAYS = 14;

  private final AccountFacts facts;
  private final LocalDate today;
  private final List<UsageReported> reports;

  UsageInputs(AccountFacts facts, LocalDate today) {
    this.facts = facts;
    this.today = today;
    var past =
        facts.usage().values().stream()
            .filter(report -> !report.day().isAfter(today))
            .sorted(Comparator.comparing(UsageReported::day))
            .toList();
    this.reports =
        past.isEmpty() || DAYS.between(past.getLast().day(), today) > FRESH_DAYS ? List.of() : past;
  }

  OptionalDouble weeklyActive() {
    var seats = seats();
    if (reports.isEmpty() || seats == null || seats <= 0) {
      return OptionalDouble.empty();
    }
    var last = reports.getLast();
    var weekly = last.weeklyActiveUsers();
    var users = weekly == null ? mostOnADay(last.day()) : weekly;
    return OptionalDouble.of((double) users / seats);
  }

  OptionalDouble coreFeatures() {
    return latest(report -> report.coreFeatures() != null && report.coreFeaturesUsed() != null)
        .map(report -> ratio(report.coreFeaturesUsed(), report.coreFeatures()))
        .orElse(OptionalDouble.empty());
  }

  OptionalDouble growth() {
    if (reports.isEmpty()) {
      return OptionalDouble.empty();
    }
    var last = reports.getLast().day();
    var recent = mean(last.minusDays(MONTH), last);
    var before = mean(last.minusDays(2 * MONTH), last.minusDays(MONTH));
    return recent.isEmpty() || before.isEmpty() || before.getAsDouble() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(recent.getAsDouble() / before.getAsDouble() - 1);
  }

  OptionalDouble daysSinceActive() {
    if (reports.isEmpty()) {
      return OptionalDouble.empty();
    }
    var since =
        reports.reversed().stream()
            .filter(report -> report.activeUsers() > 0)
            .findFirst()
            .orElseGet(reports::getFirst);
    return OptionalDouble.of((double) DAYS.between(since.day(), today));
  }

  private @Nullable Integer seats() {
    return latest(report -> report.seats() != null)
        .map(UsageReported::seats)
        .orElseGet(() -> Seats.agreed(facts, today));
  }

  private Optional<UsageReported> latest(Predicate<UsageReported> says) {
    return reports.reversed().stream().filter(says).findFirst();
  }

  private int mostOnADay(LocalDate last) {
    return reports.stream()
        .filter(report -> report.day().isAfter(last.minusDays(WEEK)))
        .mapToInt(UsageReported::activeUsers)
        .max()
        .orElse(0);
  }

  /** Of the days after {@code from} up to {@code to}; none when too few are known. */
  private OptionalDouble mean(LocalDate from, LocalDate to) {
    var days =
        reports.stream()
            .filter(report -> report.day().isAfter(from) && !report.day().isAfter(to))
            .mapToInt(UsageReported::activeUsers)
            .toArray();
    return days.length < FEWEST_DAYS ? OptionalDouble.empty() : Arrays.stream(days).average();
  }

  private static OptionalDouble ratio(@Nullable Integer part, @Nullable Integer whole) {
    return part == null || whole == null || whole <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) part / whole);
  }
}
