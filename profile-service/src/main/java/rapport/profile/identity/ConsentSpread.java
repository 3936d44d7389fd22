package rapport.profile.identity;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import rapport.profile.person.PersonChange.Cause;
import rapport.profile.store.ConsentPolicies;
import rapport.profile.store.ConsentPolicies.Spreading;
import rapport.profile.store.People;
import rapport.runtime.worker.Worker;
import rapport.runtime.worker.WorkerLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sees everybody of a workspace anew after its policy about consents has changed, some at a time.
 * Several instances may do so at once; each person is seen as they stand.
 */
@Component
final class ConsentSpread implements WorkerLifecycle {

  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final Duration MOST = Duration.ofMinutes(2);

  /** Longer than a change of a person takes that was decided by the policy before. */
  private static final Duration UNTIL_NOTICED = Duration.ofSeconds(2);

  private static final int WORKSPACES = 20;
  private static final int PEOPLE = 100;

  private final ConsentPolicies policies;
  private final People people;
  private final Gathering gathering;
  private final Clock clock;
  private final Worker worker;

  ConsentSpread(ConsentPolicies policies, People people, Gathering gathering, Clock clock) {
    this.policies = policies;
    this.people = people;
    this.gathering = gathering;
    this.clock = clock;
    this.worker = new Worker("rapport-consents", Worker.waitingFor(MOST, this::step));
  }

  private Mono<Duration> step() {
    return policies
        .spreading(clock.instant().minus(UNTIL_NOTICED), WORKSPACES)
        .concatMap(this::some)
        .any(hasMore -> hasMore)
        .map(hasMore -> hasMore ? Duration.ZERO : EVERY);
  }

  /** Sees some people anew; true when there may be more. */
  private Mono<Boolean> some(Spreading policy) {
    return people
        .after(policy.workspace(), policy.after(), PEOPLE)
        .collectList()
        .flatMap(ids -> {
          var done = ids.size() < PEOPLE;
          return Flux.fromIterable(ids)
              .concatMap(id -> gathering.seen(policy.workspace(), id, Cause.CONSENTED, null))
              .then(policies.spread(policy, ids, done))
              .thenReturn(!done);
        });
  }

  @Override
  public Worker worker() {
    return worker;
  }
}
