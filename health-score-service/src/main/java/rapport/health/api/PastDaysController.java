package rapport.health.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import rapport.health.evaluation.PastDays;
import rapport.health.evaluation.PastDays.Range;
import rapport.health.store.Models;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** Days of health from before this workspace was looked after here. */
@RestController
@Allow(Role.ADMIN)
final class PastDaysController {

  private static final int MOST_DAYS = 731;
  private static final int MOST_APART = 31;
  private static final String DAY = "day:";

  private final PastDays past;
  private final Models models;
  private final Clock clock;

  PastDaysController(PastDays past, Models models, Clock clock) {
    this.past = past;
    this.models = models;
    this.clock = clock;
  }

  /**
   * Days to make up.
   *
   * @param from the first of them
   * @param to the last; before today in the workspace's time zone
   * @param every so many days apart, 1 to 31; each when absent
   * @param daily so many of the last days are made up one by one whatever {@code every} says, 0 to
   *     731; none when absent
   * @param cursor where the answer before said to go on; absent for the beginning
   */
  record Wanted(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable Integer every,
      @Nullable Integer daily,
      @Nullable String cursor) {}

  /**
   * How far it is.
   *
   * @param next to be sent with the next request; absent when all is done
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Progress(@Nullable String next) {}

  /**
   * Scores accounts as they were at the end of past days, from what is known of them with times of
   * its own, and adds up the days; a part at each request. Days that were kept stay as they are. No
   * alert comes of it. 400 {@code missing-field}, {@code bad-range}, {@code bad-cursor}.
   */
  @PostMapping("/api/v1/health-scores/history")
  Mono<Progress> makeUp(Caller caller, @RequestBody Wanted wanted) {
    var range =
        new Range(
            Problem.required("from", wanted.from()),
            Problem.required("to", wanted.to()),
            wanted.every() == null ? 1 : wanted.every(),
            wanted.daily() == null ? 0 : wanted.daily());
    var cursor = wanted.cursor() == null ? "" : wanted.cursor();
    return models
        .of(caller.workspace())
        .doOnNext(model -> check(range, LocalDate.ofInstant(clock.instant(), model.zone())))
        .flatMap(_ ->
            cursor.startsWith(DAY)
                ? past.sums(caller.workspace(), range, day(cursor))
                    .map(next -> new Progress(DAY + next))
                    .defaultIfEmpty(new Progress(null))
                : past.accounts(caller.workspace(), range, cursor)
                    .map(Progress::new)
                    .defaultIfEmpty(new Progress(DAY + range.from())));
  }

  private static void check(Range range, LocalDate today) {
    if (range.from().isAfter(range.to())
        || !range.to().isBefore(today)
        || range.from().isBefore(range.to().minusDays(MOST_DAYS))
        || range.every() < 1
        || range.every() > MOST_APART
        || range.daily() < 0
        || range.daily() > MOST_DAYS) {
      throw Problem.of(
          HttpStatus.BAD_REQUEST,
          "bad-range",
          "At most 731 days before today, 1 to 31 days apart, please.");
    }
  }

  private static LocalDate day(String cursor) {
    try {
      return LocalDate.parse(cursor.substring(DAY.length()));
    } catch (DateTimeException e) {
      throw Problem.of(HttpStatus.BAD_REQUEST, "bad-cursor", "That is no place to go on.");
    }
  }
}
