package rapport.health.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.health.engagement.AccountWeek;
import rapport.health.engagement.EngagementWeek;
import rapport.health.review.Review;
import rapport.health.store.Reviews;
import rapport.health.store.Weeks;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.problem.Problem;
import rapport.runtime.web.PageSize;
import reactor.core.publisher.Mono;

/** What weeks and quarters leave behind. Anybody with a role in the workspace may read. */
@RestController
@Allow
final class ReviewController {

  private static final int MOST_WEEKS = 106;
  private static final Pattern QUARTER = Pattern.compile("\\d{4}-Q[1-4]");

  /** Weeks, the latest first. */
  record Weekly(List<WeekView> weeks) {}

  /**
   * The interactions of all accounts in a week.
   *
   * @param from its Monday
   * @param active accounts with any
   * @param silent accounts without any that usually have some
   * @param inbound interactions that accounts began
   * @param usual the median of the eight weeks before, of each account, added up
   * @param sentiment from -1 to 1; absent when nobody said how they feel
   * @param more accounts with most more than usual
   * @param fewer accounts with most fewer than usual
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record WeekView(
      LocalDate from,
      int accounts,
      int active,
      int silent,
      int interactions,
      int inbound,
      double usual,
      @Nullable Double sentiment,
      List<Mover> more,
      List<Mover> fewer) {}

  /**
   * An account whose week was another than usual.
   *
   * @param deviation in robust standard deviations
   */
  record Mover(String account, String name, int interactions, double usual, double deviation) {}

  /** Reviews of a quarter. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Pack(String quarter, List<Review> items, @Nullable String next) {}

  private final Weeks weeks;
  private final Reviews reviews;

  ReviewController(Weeks weeks, Reviews reviews) {
    this.weeks = weeks;
    this.reviews = reviews;
  }

  /**
   * How much accounts and we talked, week by week.
   *
   * @param weeks how many weeks back, from 1 to 106. 400 {@code bad-range}
   */
  @GetMapping("/api/v1/reports/engagement")
  Mono<Weekly> engagement(Caller caller, @RequestParam(defaultValue = "12") int weeks) {
    if (weeks < 1 || weeks > MOST_WEEKS) {
      throw Problem.of(HttpStatus.BAD_REQUEST, "bad-range", "Ask for 1 to 106 weeks.");
    }
    return this.weeks
        .newest(caller.workspace(), weeks)
        .map(week -> view(week.from(), week.engagement()))
        .collectList()
        .map(Weekly::new);
  }

  private static WeekView view(LocalDate from, EngagementWeek week) {
    return new WeekView(
        from,
        week.accounts(),
        week.active(),
        week.silent(),
        week.interactions(),
        week.inbound(),
        week.usual(),
        week.sentiments() == 0 ? null : week.sentimentSum() / week.sentiments(),
        week.more().stream().map(ReviewController::mover).toList(),
        week.fewer().stream().map(ReviewController::mover).toList());
  }

  private static Mover mover(AccountWeek week) {
    return new Mover(
        week.account(), week.name(), week.interactions(), week.usual(), week.deviation());
  }

  /**
   * The review pack of a quarter, in the order of the accounts' ids.
   *
   * @param quarter such as {@code 2026-Q1}. 400 {@code bad-quarter}
   * @param after {@code next} of the page before
   * @param limit from 1 to 200. 400 {@code bad-limit}
   */
  @GetMapping("/api/v1/reports/reviews/{quarter}")
  Mono<Pack> pack(
      Caller caller,
      @PathVariable String quarter,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = PageSize.USUAL) int limit) {
    var items = PageSize.of(limit);
    return reviews
        .of(caller.workspace(), known(quarter), after, items + 1)
        .collectList()
        .map(found ->
            new Pack(
                quarter,
                found.subList(0, Math.min(items, found.size())),
                found.size() > items ? found.get(items - 1).account() : null));
  }

  /**
   * The review of an account. 404 {@code not-found}.
   *
   * @param quarter such as {@code 2026-Q1}. 400 {@code bad-quarter}
   */
  @GetMapping("/api/v1/reports/reviews/{quarter}/{account}")
  Mono<Review> review(Caller caller, @PathVariable String quarter, @PathVariable String account) {
    return reviews
        .of(caller.workspace(), known(quarter), account)
        .switchIfEmpty(Mono.error(() -> Asked.unknown("review")));
  }

  private static String known(String quarter) {
    if (!QUARTER.matcher(quarter).matches()) {
      throw Problem.of(HttpStatus.BAD_REQUEST, "bad-quarter", "A quarter is written like 2026-Q1.");
    }
    return quarter;
  }
}
