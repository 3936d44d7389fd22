package rapport.integrations.push.engine;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import rapport.integrations.connector.ConnectorException;
import rapport.integrations.connector.Pushing.Removed;
import rapport.integrations.push.Job.Trouble;
import rapport.integrations.push.Kind;
import rapport.integrations.push.Removal;
import rapport.integrations.push.store.Pushes;
import rapport.integrations.push.store.Removals;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Deletes over there what was written of those who were erased here. */
@Component
final class Removing {

  private final Pushes pushes;
  private final Removals removals;
  private final Clock clock;

  Removing(Pushes pushes, Removals removals, Clock clock) {
    this.pushes = pushes;
    this.removals = removals;
    this.clock = clock;
  }

  /** Everything that is due, also of kinds that are not pushed any more. */
  Mono<Void> all(PushTurn turn) {
    return Flux.fromArray(Kind.values())
        .concatMap(kind -> turn.mayGoOn() ? kind(turn, kind) : Mono.<Void>empty())
        .then();
  }

  private Mono<Void> kind(PushTurn turn, Kind kind) {
    return batch(turn, kind)
        .expand(full -> full && turn.mayGoOn() ? batch(turn, kind) : Mono.<Boolean>empty())
        .then()
        .onErrorResume(ConnectorException.class, failure -> turn.passOver(kind, failure));
  }

  /** Does a batch, if there is one; true when there may be another one. */
  private Mono<Boolean> batch(PushTurn turn, Kind kind) {
    var most = turn.connector.mostAtOnce();
    return removals
        .due(turn.push.connection(), kind, clock.instant(), most)
        .collectList()
        .flatMap(due ->
            due.isEmpty()
                ? Mono.just(false)
                : deleted(turn, kind, due).thenReturn(due.size() == most));
  }

  private Mono<Void> deleted(PushTurn turn, Kind kind, List<Removal> due) {
    var ids = due.stream().map(Removal::id).distinct().toList();
    var until = clock.instant().plus(PushWork.LEASE);
    return pushes
        .hold(turn.push.connection(), turn.lease, turn.progress(), until)
        .doOnNext(turn::holds)
        .filter(held -> held)
        .flatMap(
            _ -> turn.place.waitingFor(turn.connector.remove(turn.access, turn.target(kind), ids)))
        .flatMap(removed -> {
          turn.asked(removed.budget());
          turn.worked(clock.instant());
          return removals.settle(due.stream().map(each -> after(each, removed)).toList());
        });
  }

  private static Removal after(Removal removal, Removed removed) {
    var refused = removed.refused().get(removal.id());
    return refused == null
        ? removal.deleted()
        : removal.failed(new Trouble(refused.code(), refused.detail(), refused.fields()));
  }
}
