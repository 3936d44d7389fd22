package rapport.profile.privacy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.profile.privacy.PrivacyRequest.State;
import rapport.profile.privacy.RetentionPolicies.Policy;
import rapport.profile.privacy.RetentionPolicies.Swept;
import rapport.profile.privacy.Silent.Found;
import rapport.runtime.privacy.Subject;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Has erased what is kept no longer. It goes as somebody goes who asks for it: in every service,
 * out of the logs, and with a receipt.
 */
@Component
class Retention {

  private static final Duration DAILY = Duration.ofDays(1);

  /** While more is waiting, or an erasure before goes on. */
  private static final Duration SOON = Duration.ofMinutes(1);

  /** Longer than it takes to find what goes. */
  static final Duration LEASE = Duration.ofHours(1);

  private static final int WORKSPACES = 20;

  private final RetentionPolicies policies;
  private final List<Silent> kinds;
  private final PrivacyDesk desk;
  private final PrivacyRequests requests;
  private final Clock clock;

  Retention(
      RetentionPolicies policies,
      List<Silent> kinds,
      PrivacyDesk desk,
      PrivacyRequests requests,
      Clock clock) {
    this.policies = policies;
    this.kinds = List.copyOf(kinds);
    this.desk = desk;
    this.requests = requests;
    this.clock = clock;
  }

  /**
   * What would go.
   *
   * @param oldest when something was heard last of what has been silent longest
   */
  record Preview(long count, @Nullable Instant oldest, @Nullable Instant newest) {

    static final Preview NOTHING = new Preview(0, null, null);

    Preview and(Found found) {
      var at = found.at();
      return new Preview(
          count + 1,
          oldest == null || at.isBefore(oldest) ? at : oldest,
          newest == null || at.isAfter(newest) ? at : newest);
    }
  }

  /** What would go of a kind; nothing is changed. */
  Mono<Preview> preview(String workspace, RetentionKind kind, int days) {
    return Flux.fromIterable(kinds)
        .filter(silent -> silent.kind() == kind)
        .concatMap(silent -> silent.since(workspace, then(days)))
        .reduce(Preview.NOTHING, Preview::and);
  }

  /** Looks after the policies that are due. */
  Mono<Void> sweep() {
    var now = clock.instant();
    return policies.claim(now, now.plus(LEASE), WORKSPACES).concatMap(this::sweep).then();
  }

  private Mono<Void> sweep(Policy policy) {
    return isRunning(policy)
        .flatMap(running ->
            running
                ? policies.next(policy, clock.instant().plus(SOON))
                : outdated(policy).collectList().flatMap(found -> erased(policy, found)));
  }

  /** What is to go of a kind, as much of it as goes at once. */
  private record Outdated(RetentionKind kind, int days, List<Subject> subjects) {}

  private Flux<Outdated> outdated(Policy policy) {
    return Flux.fromIterable(kinds)
        .concatMap(silent -> {
          var kind = silent.kind();
          var days = policy.days().get(kind);
          return days == null
              ? Mono.empty()
              : silent
                  .since(policy.workspace(), then(days))
                  .take(kind.portion())
                  .map(Found::subject)
                  .collectList()
                  .filter(found -> !found.isEmpty())
                  .map(found -> new Outdated(kind, days, found));
        });
  }

  /** One erasure after the other: each of them finds what the one before left. */
  private Mono<Boolean> isRunning(Policy policy) {
    return Mono.justOrEmpty(policy.last())
        .flatMap(last -> Mono.justOrEmpty(last.request()))
        .flatMap(request -> requests.find(policy.workspace(), request))
        .map(request -> request.state() == State.RUNNING)
        .defaultIfEmpty(false);
  }

  private Mono<Void> erased(Policy policy, List<Outdated> found) {
    var now = clock.instant();
    if (found.isEmpty()) {
      return policies.next(policy, now.plus(DAILY));
    }
    var subject = Subject.together(found.stream().flatMap(it -> it.subjects().stream()).toList());
    var reason =
        found.stream().map(it -> it.kind().reason(it.days())).collect(Collectors.joining("; "));
    var counts =
        found.stream().collect(Collectors.toMap(Outdated::kind, it -> it.subjects().size()));
    var isMore = found.stream().anyMatch(it -> it.subjects().size() == it.kind().portion());
    return desk.forget(policy.workspace(), subject, reason)
        .flatMap(request ->
            policies.swept(
                policy, new Swept(now, request.id(), counts), now.plus(isMore ? SOON : DAILY)));
  }

  private Instant then(int days) {
    return clock.instant().minus(Duration.ofDays(days));
  }
}
