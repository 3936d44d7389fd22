package rapport.profile.privacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import rapport.profile.privacy.Retention.Preview;
import rapport.profile.privacy.RetentionPolicies.Policy;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** For how long what is kept of people. */
@RestController
@Allow(Role.ADMIN)
@RequestMapping("/api/v1/privacy/retention")
final class RetentionController {

  private static final String VISITORS = "visitors";
  private static final int MOST_DAYS = 3650;

  private final RetentionPolicies policies;
  private final Retention retention;
  private final Clock clock;

  RetentionController(RetentionPolicies policies, Retention retention, Clock clock) {
    this.policies = policies;
    this.retention = retention;
    this.clock = clock;
  }

  /**
   * A kind of what is kept.
   *
   * @param kind {@code visitors}: conversations with visitors nobody knows
   * @param days after so many without a word it is erased, 1 to 3650; absent to keep it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Rule(@Nullable String kind, @Nullable Integer days) {}

  /**
   * What went last.
   *
   * @param request the erasure, with its receipt
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Last(Instant at, @Nullable String request, int conversations) {}

  /** The policy; {@code rev} counts its changes. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RetentionView(long rev, List<Rule> kinds, @Nullable Last last) {

    static RetentionView of(Policy policy) {
      var swept = policy.last();
      return new RetentionView(
          policy.rev(),
          List.of(new Rule(VISITORS, policy.visitors())),
          swept == null ? null : new Last(swept.at(), swept.request(), swept.conversations()));
    }
  }

  /** What is to be the policy; {@code rev} is that of the one that was shown. */
  record RetentionChange(@Nullable Long rev, @Nullable List<Rule> kinds) {}

  /** A policy to be tried. */
  record Trial(@Nullable List<Rule> kinds) {}

  /**
   * What would go of a kind.
   *
   * @param count how many conversations
   * @param oldest when somebody said something last in the one that has been silent longest
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Outlook(
      String kind,
      @Nullable Integer days,
      long count,
      @Nullable Instant oldest,
      @Nullable Instant newest) {}

  /** What would go, by kind. */
  record Outlooks(List<Outlook> kinds) {}

  @GetMapping
  Mono<RetentionView> get(Caller caller) {
    return policies.find(caller.workspace()).map(RetentionView::of);
  }

  /**
   * Changes the policy, which holds at once: what is too old is erased within minutes. 409 {@code
   * stale}, 422 {@code unknown-kind}, {@code bad-days}.
   */
  @PutMapping
  Mono<RetentionView> change(Caller caller, @RequestBody RetentionChange body) {
    var rev = Problem.required("rev", body.rev());
    var visitors = days(Problem.required("kinds", body.kinds()));
    return policies
        .change(caller.workspace(), rev, visitors, clock.instant())
        .filter(changed -> changed)
        .switchIfEmpty(
            Mono.error(
                () -> Problem.of(HttpStatus.CONFLICT, "stale", "Somebody else has changed it.")))
        .then(Mono.defer(() -> get(caller)));
  }

  /** What would go now by such a policy; nothing is changed. 422 as when it is set. */
  @PostMapping("/dry-run")
  Mono<Outlooks> tryOut(Caller caller, @RequestBody Trial body) {
    var days = days(Problem.required("kinds", body.kinds()));
    var found =
        days == null ? Mono.just(Preview.NOTHING) : retention.preview(caller.workspace(), days);
    return found.map(it ->
        new Outlooks(List.of(new Outlook(VISITORS, days, it.count(), it.oldest(), it.newest()))));
  }

  /** The days for visitors; of several rules the last one counts. */
  private static @Nullable Integer days(List<Rule> rules) {
    Integer days = null;
    for (var rule : rules) {
      if (!VISITORS.equals(Problem.required("kind", rule.kind()))) {
        throw refused("unknown-kind", "There is no such kind.");
      }
      days = rule.days();
      if (days != null && (days < 1 || days > MOST_DAYS)) {
        throw refused("bad-days", "Days are 1 to " + MOST_DAYS + ".");
      }
    }
    return days;
  }

  private static Problem refused(String code, String detail) {
    return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code, detail);
  }
}
