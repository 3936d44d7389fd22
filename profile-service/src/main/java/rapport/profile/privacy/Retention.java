package rapport.profile.privacy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.profile.privacy.PrivacyRequest.State;
import rapport.profile.privacy.RetentionPolicies.Policy;
import rapport.profile.privacy.RetentionPolicies.Swept;
import rapport.profile.privacy.SilentVisitors.Last;
import rapport.runtime.privacy.Subject;
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
  private static final Duration LEASE = Duration.ofMinutes(10);

  /** Every erasure rewrites the logs, so that it should be of many. */
  private static final int PORTION = 500;

  private static final int WORKSPACES = 20;

  private final RetentionPolicies policies;
  private final SilentVisitors visitors;
  private final PrivacyDesk desk;
  private final PrivacyRequests requests;
  private final Clock clock;

  Retention(
      RetentionPolicies policies,
      SilentVisitors visitors,
      PrivacyDesk desk,
      PrivacyRequests requests,
      Clock clock) {
    this.policies = policies;
    this.visitors = visitors;
    this.desk = desk;
    this.requests = requests;
    this.clock = clock;
  }

  /**
   * What would go.
   *
   * @param oldest when something was said last in the conversation that has been silent longest
   */
  record Preview(long count, @Nullable Instant oldest, @Nullable Instant newest) {

    static final Preview NOTHING = new Preview(0, null, null);

    Preview and(Last last) {
      var at = last.at();
      return new Preview(
          count + 1,
          oldest == null || at.isBefore(oldest) ? at : oldest,
          newest == null || at.isAfter(newest) ? at : newest);
    }
  }

  /** What would go of unknown visitors; nothing is changed. */
  Mono<Preview> preview(String workspace, int days) {
    return visitors.silentSince(workspace, then(days)).reduce(Preview.NOTHING, Preview::and);
  }

  /** Looks after the policies that are due. */
  Mono<Void> sweep() {
    var now = clock.instant();
    return policies.claim(now, now.plus(LEASE), WORKSPACES).concatMap(this::sweep).then();
  }

  private Mono<Void> sweep(Policy policy) {
    var days = policy.visitors();
    if (days == null) {
      return Mono.empty();
    }
    return isRunning(policy)
        .flatMap(running ->
            running
                ? policies.next(policy, clock.instant().plus(SOON))
                : visitors
                    .silentSince(policy.workspace(), then(days))
                    .take(PORTION)
                    .map(Last::conversation)
                    .collectList()
                    .flatMap(found -> erased(policy, days, found)));
  }

  /** One erasure after the other: each of them finds what the one before left. */
  private Mono<Boolean> isRunning(Policy policy) {
    return Mono.justOrEmpty(policy.last())
        .flatMap(last -> Mono.justOrEmpty(last.request()))
        .flatMap(request -> requests.find(policy.workspace(), request))
        .map(request -> request.state() == State.RUNNING)
        .defaultIfEmpty(false);
  }

  private Mono<Void> erased(Policy policy, int days, List<String> conversations) {
    var now = clock.instant();
    if (conversations.isEmpty()) {
      return policies.next(policy, now.plus(DAILY));
    }
    var reason = "Visitors without an address, silent for " + days + " days";
    var due = now.plus(conversations.size() == PORTION ? SOON : DAILY);
    return desk.forget(policy.workspace(), Subject.ofConversations(conversations), reason)
        .flatMap(request ->
            policies.swept(policy, new Swept(now, request.id(), conversations.size()), due));
  }

  private Instant then(int days) {
    return clock.instant().minus(Duration.ofDays(days));
  }
}
