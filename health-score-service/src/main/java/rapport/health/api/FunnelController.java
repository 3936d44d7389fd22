package rapport.health.api;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.health.funnel.FunnelCount;
import rapport.health.funnel.FunnelReport;
import rapport.health.store.FunnelViews;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import reactor.core.publisher.Mono;

/**
 * Reports where the conversations of a flow stop. Anybody with a role in the workspace may read.
 */
@RestController
@Allow
final class FunnelController {

  private final FunnelViews progresses;
  private final Clock clock;

  FunnelController(FunnelViews progresses, Clock clock) {
    this.progresses = progresses;
    this.clock = clock;
  }

  /**
   * How many sessions were asked, answered, passed over and left each question of a flow. A flow
   * nobody used has no phases.
   *
   * @param flow the flow's name, such as buying-process
   * @param from first day of UTC on which the sessions began; 30 days up to {@code to} when missing
   * @param to last day; today when missing. 400 {@code bad-range} when it is before {@code from} or
   *     more than 366 days are asked for, 400 {@code wrong-type} when it is no date
   * @param abandonedAfter how long nothing has happened in an abandoned session, up to now, an ISO
   *     duration up to 366 days; 400 {@code bad-duration}
   * @param locale only sessions in this language, a BCP 47 tag; 400 {@code bad-locale}
   */
  @GetMapping("/api/v1/reports/funnel")
  Mono<FunnelView> funnel(
      Caller caller,
      @RequestParam String flow,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(defaultValue = "PT24H") String abandonedAfter,
      @RequestParam(required = false) @Nullable String locale) {
    var range = ReportRange.of(from, to, clock);
    var query = FunnelQuery.of(flow, abandonedAfter, locale);
    return progresses
        .begun(caller.workspace(), query.flow(), range.from(), range.to(), query.locale())
        .collect(() -> new FunnelCount(clock.instant(), query.abandonedAfter()), FunnelCount::add)
        .map(count -> view(range, query, count.report()));
  }

  private static FunnelView view(ReportRange range, FunnelQuery query, FunnelReport report) {
    return new FunnelView(
        query.flow(),
        range.from(),
        range.to(),
        query.abandonedAfter(),
        query.locale(),
        report.sessions(),
        report.locales(),
        FunnelView.phases(report));
  }
}
