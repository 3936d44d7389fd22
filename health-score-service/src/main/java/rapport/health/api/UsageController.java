package rapport.health.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.health.store.UsageViews;
import rapport.health.usage.DayUsage;
import rapport.health.usage.UsageReport;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import reactor.core.publisher.Mono;

/** Reports how much a workspace converses. Anybody with a role in it may read. */
@RestController
@Allow
final class UsageController {

  /** Usage on one day of UTC. */
  record Day(LocalDate day, long started, long completed, long turns) {}

  /** The days on which something happened, in order, and their sum. */
  record Report(LocalDate from, LocalDate to, List<Day> days, DayUsage total) {}

  private final UsageViews usages;
  private final Clock clock;

  UsageController(UsageViews usages, Clock clock) {
    this.usages = usages;
    this.clock = clock;
  }

  /**
   * Conversations started and completed and messages received, by day of UTC.
   *
   * @param from first day, such as 2026-03-01; 30 days up to {@code to} when missing
   * @param to last day; today when missing. 400 {@code bad-range} when it is before {@code from} or
   *     more than 366 days are asked for, 400 {@code wrong-type} when it is no date
   */
  @GetMapping("/api/v1/reports/usage")
  Mono<Report> usage(
      Caller caller,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to) {
    var range = ReportRange.of(from, to, clock);
    return usages
        .between(caller.workspace(), range.from(), range.to())
        .reduce(UsageReport.empty(range.from(), range.to()), UsageReport::plus)
        .map(UsageController::report);
  }

  private static Report report(UsageReport report) {
    var days =
        report.days().entrySet().stream()
            .map(entry -> {
              var usage = entry.getValue();
              return new Day(entry.getKey(), usage.started(), usage.completed(), usage.turns());
            })
            .toList();
    return new Report(report.from(), report.to(), days, report.total());
  }
}
