package rapport.profile.privacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Stream;
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
import rapport.profile.privacy.RetentionPolicies.Swept;
import rapport.profile.privacy.RetentionPolicies.Term;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** For how long what is kept of people. */
@RestController
@Allow(Role.ADMIN)
@RequestMapping("/api/v1/privacy/retention")
final class RetentionController {

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
   * @param kind {@code visitors}: conversations with visitors nobody knows; {@code people}: people
   *     who are known, but for contacts of accounts; {@code interviews}: those of colleagues that
   *     were never finished
   * @param days after so many without a word it is erased, 1 to 3650; absent to keep it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Rule(@Nullable String kind, @Nullable Integer days) {}

  /** How much went of a kind: conversations of visitors, people, interviews. */
  record Gone(String kind, int count) {}

  /**
   * What went last.
   *
   * @param request the erasure, with its receipt
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Last(Instant at, @Nullable String request, List<Gone> kinds) {

    static Last of(Swept swept) {
      return new Last(
          swept.at(),
          swept.request(),
          Stream.of(RetentionKind.values())
              .map(kind -> new Gone(kind.wire(), swept.counts().getOrDefault(kind, 0)))
              .filter(gone -> gone.count() > 0)
              .toList());
    }
  }

  /** The policy, with every kind there is; {@code rev} counts its changes. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RetentionView(long rev, List<Rule> kinds, @Nullable Last last) {

    static RetentionView of(Policy policy) {
      var swept = policy.last();
      return new RetentionView(
          policy.rev(),
          Stream.of(RetentionKind.values())
              .map(kind -> new Rule(kind.wire(), policy.days().get(kind)))
              .toList(),
          swept == null ? null : Last.of(swept));
    }
  }

  /** What is to be the policy; {@code rev} is that of the one that was shown. */
  record RetentionChange(@Nullable Long rev, @Nullable List<Rule> kinds) {}

  /** A policy to be tried. */
  record Trial(@Nullable List<Rule> kinds) {}

  /**
   * What would go of a kind.
   *
   * @param count how many conversations with visitors, people or interviews
   * @param oldest when something was heard last of what has been silent longest
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
   * Changes the terms of these kinds; others stay as they are. It holds at once: what is too old is
   * erased within minutes. 409 {@code stale}, 422 {@code unknown-kind}, {@code bad-days}.
   */
  @PutMapping
  Mono<RetentionView> change(Caller caller, @RequestBody RetentionChange body) {
    var rev = Problem.required("rev", body.rev());
    var terms = terms(Problem.required("kinds", body.kinds()));
    return policies
        .change(caller.workspace(), rev, terms, clock.instant())
        .filter(changed -> changed)
        .switchIfEmpty(
            Mono.error(
                () -> Problem.of(HttpStatus.CONFLICT, "stale", "Somebody else has changed it.")))
        .then(Mono.defer(() -> get(caller)));
  }

  /** What would go now of these kinds by such terms; nothing is changed. 422 as when set. */
  @PostMapping("/dry-run")
  Mono<Outlooks> tryOut(Caller caller, @RequestBody Trial body) {
    return Flux.fromIterable(terms(Problem.required("kinds", body.kinds())))
        .concatMap(term -> outlook(caller.workspace(), term))
        .collectList()
        .map(Outlooks::new);
  }

  private Mono<Outlook> outlook(String workspace, Term term) {
    var days = term.days();
    var found =
        days == null ? Mono.just(Preview.NOTHING) : retention.preview(workspace, term.kind(), days);
    return found.map(
        it -> new Outlook(term.kind().wire(), days, it.count(), it.oldest(), it.newest()));
  }

  /** Of several of a kind the last one counts. */
  private static List<Term> terms(List<Rule> rules) {
    var terms = new EnumMap<RetentionKind, Term>(RetentionKind.class);
    rules.stream().map(RetentionController::term).forEach(term -> terms.put(term.kind(), term));
    return List.copyOf(terms.values());
  }

  private static Term term(Rule rule) {
    var kind =
        RetentionKind.named(Problem.required("kind", rule.kind()))
            .orElseThrow(() -> refused("unknown-kind", "There is no such kind."));
    var days = rule.days();
    if (days != null && (days < 1 || days > MOST_DAYS)) {
      throw refused("bad-days", "Days are 1 to " + MOST_DAYS + ".");
    }
    return new Term(kind, days);
  }

  private static Problem refused(String code, String detail) {
    return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code, detail);
  }
}
