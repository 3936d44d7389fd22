package rapport.integrations.push.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import rapport.integrations.connection.Connection;
import rapport.integrations.connector.ConnectorException;
import rapport.integrations.connector.Connectors;
import rapport.integrations.connector.Pushing;
import rapport.integrations.connector.Pushing.Sought;
import rapport.integrations.connector.Pushing.Written;
import rapport.integrations.push.Job;
import rapport.integrations.push.Kind;
import rapport.integrations.push.Known;
import rapport.integrations.push.PushDecider;
import rapport.integrations.push.store.Jobs;
import rapport.integrations.push.store.Pushes;
import rapport.integrations.push.store.Removals;
import rapport.integrations.store.Connections;
import rapport.integrations.sync.Accesses;
import rapport.integrations.sync.SyncSettings;
import rapport.integrations.turn.Place;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.store.StoreUnavailableException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Pushes through one connection for a while: takes its lease, deletes what is to be gone, and batch
 * after batch looks what there is, remembers what it is about to write, writes it and stores what
 * became of it.
 */
@Component
public final class PushWork {

  private static final Logger LOG = LoggerFactory.getLogger(PushWork.class);

  /** Longer than a batch takes with all its tries. */
  static final Duration LEASE = Duration.ofMinutes(5);

  private final Connectors connectors;
  private final Connections connections;
  private final Pushes pushes;
  private final Jobs jobs;
  private final Removals removals;
  private final Removing removing;
  private final Knowledge knowledge;
  private final Links links;
  private final Accesses accesses;
  private final SyncSettings settings;
  private final Clock clock;

  PushWork(
      Connectors connectors,
      Connections connections,
      Pushes pushes,
      Jobs jobs,
      Removals removals,
      Removing removing,
      Knowledge knowledge,
      Links links,
      Accesses accesses,
      SyncSettings settings,
      Clock clock) {
    this.connectors = connectors;
    this.connections = connections;
    this.pushes = pushes;
    this.jobs = jobs;
    this.removals = removals;
    this.removing = removing;
    this.knowledge = knowledge;
    this.links = links;
    this.accesses = accesses;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Pushes what is due if nobody else does. What the other system does wrong is remembered; only
   * failures of our own store come out.
   */
  public Mono<Void> once(StreamRef ref) {
    return once(ref, new Place());
  }

  /** The same, without its place while the other system is waited for. */
  Mono<Void> once(StreamRef ref, Place place) {
    var lease = UUID.randomUUID().toString();
    var now = clock.instant();
    return pushes
        .claim(ref, lease, now, now.plus(LEASE))
        .flatMap(push ->
            connections
                .find(ref.workspace(), ref.stream())
                .flatMap(
                    connection -> claimed(push, lease, place, connection).thenReturn(connection))
                .switchIfEmpty(Mono.defer(() -> over(ref).then(Mono.empty()))))
        .then();
  }

  /** Empty when the connection is over. */
  private Mono<Void> claimed(Pushes.Stored push, String lease, Place place, Connection connection) {
    if (connection.state() == Connection.State.DISCONNECTED) {
      return over(push.connection());
    }
    if (!connection.state().isRunning()
        || !(connectors.find(connection.connector()).orElse(null) instanceof Pushing pushing)) {
      var later = clock.instant().plus(settings.spentPause());
      return pushes.rest(push, lease, push.progress(), later);
    }
    return Mono.fromCallable(() -> accesses.open(connection))
        .flatMap(access -> {
          var turn = new PushTurn(push, lease, place, pushing, access, settings.reserve());
          return removing
              .all(turn)
              .then(Mono.defer(() -> kinds(turn)))
              .then(Mono.defer(() -> ended(turn)))
              .onErrorResume(failure -> failed(turn, failure));
        });
  }

  private Mono<Void> over(StreamRef ref) {
    return jobs.forget(ref).then(removals.lose(ref)).then(pushes.forget(ref));
  }

  private static List<Kind> on(Pushes.Stored push) {
    return Arrays.stream(Kind.values()).filter(push.settings()::isOn).toList();
  }

  private Mono<Void> kinds(PushTurn turn) {
    return Flux.fromIterable(on(turn.push))
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
    return jobs.due(turn.push.connection(), kind, clock.instant(), most)
        .collectList()
        .flatMap(due ->
            due.isEmpty()
                ? Mono.just(false)
                : pushed(turn, kind, due).thenReturn(due.size() == most));
  }

  private Mono<Void> pushed(PushTurn turn, Kind kind, List<Job> due) {
    var workspace = turn.push.connection().workspace();
    var ids = due.stream().map(Job::id).toList();
    var mapping = turn.push.settings().mapping(kind, turn.connector.proposed(kind));
    return Mono.zip(knowledge.of(workspace, kind, ids), links.of(turn.push.connection(), kind, due))
        .flatMap(both -> planned(turn, kind, due, both.getT1(), both.getT2(), mapping))
        .flatMap(batch -> written(turn, kind, batch));
  }

  private Mono<Batch> planned(
      PushTurn turn,
      Kind kind,
      List<Job> due,
      Map<String, Known> known,
      Map<String, String> linked,
      Map<String, String> mapping) {
    var sought =
        due.stream()
            .filter(job ->
                PushDecider.isWorthTelling(known.getOrDefault(job.id(), Known.NOTHING), mapping))
            .map(job -> sought(job, known, linked))
            .toList();
    if (sought.isEmpty()) {
      return Mono.just(Batch.plan(due, known, mapping, List.of(), linked));
    }
    var fields = new LinkedHashSet<>(mapping.values());
    return turn.place
        .waitingFor(turn.connector.find(turn.access, turn.target(kind), sought, fields))
        .doOnNext(found -> turn.asked(found.budget()))
        .map(found -> Batch.plan(due, known, mapping, found.records(), linked));
  }

  private static Sought sought(Job job, Map<String, Known> known, Map<String, String> linked) {
    var mine = known.getOrDefault(job.id(), Known.NOTHING);
    var email = mine.values().get("email");
    return new Sought(
        job.id(), email == null ? null : email.value().display(), linked.get(job.id()));
  }

  /** Remembers, writes, and stores what became of it; nothing of it without the lease. */
  private Mono<Void> written(PushTurn turn, Kind kind, Batch batch) {
    var connection = turn.push.connection();
    return kept(turn)
        .filter(held -> held)
        .flatMap(_ -> jobs.intend(connection, turn.lease, batch.intended()))
        .doOnNext(turn::holds)
        .filter(all -> all)
        .flatMap(_ -> sent(turn, kind, batch))
        .flatMap(written -> {
          turn.asked(written.budget());
          var now = clock.instant();
          turn.worked(now);
          return jobs.settle(connection, turn.lease, batch.outcomes(written.results(), now));
        });
  }

  private static Mono<Written> sent(PushTurn turn, Kind kind, Batch batch) {
    var rows = batch.rows();
    return rows.isEmpty()
        ? Mono.just(new Written(List.of(), null))
        : turn.place.waitingFor(turn.connector.write(turn.access, turn.target(kind), rows));
  }

  private Mono<Boolean> kept(PushTurn turn) {
    return pushes
        .keep(turn.push.connection(), turn.lease, turn.progress(), clock.instant().plus(LEASE))
        .doOnNext(turn::holds);
  }

  /** A kind that was refused is tried again after a pause; the others do not wait for that. */
  private Mono<Void> ended(PushTurn turn) {
    var now = clock.instant();
    var refusal = turn.refusal();
    var progress =
        refusal == null
            ? turn.progress()
            : turn.progress().failed(refusal.code(), refusal.detail(), now);
    if (turn.isSpent()) {
      return pushes.rest(turn.push, turn.lease, progress, now.plus(settings.spentPause()));
    }
    var connection = turn.push.connection();
    var open = on(turn.push).stream().filter(turn::isOpen).toList();
    var again =
        refusal == null
            ? removals.nextDue(connection)
            : Mono.just(now.plus(progress.pause(refusal.after())));
    return Flux.concat(jobs.nextDue(connection, open), again)
        .reduce((one, other) -> one.isBefore(other) ? one : other)
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty())
        .flatMap(next -> pushes.release(turn.push, turn.lease, progress, next.orElse(null)));
  }

  private Mono<Void> failed(PushTurn turn, Throwable failure) {
    if (failure instanceof StoreUnavailableException) {
      return Mono.error(failure);
    }
    var known = failure instanceof ConnectorException e ? e : unexpected(turn, failure);
    Instant now = clock.instant();
    var progress = turn.progress().failed(known.code(), known.detail(), now);
    return pushes.rest(turn.push, turn.lease, progress, now.plus(progress.pause(known.after())));
  }

  private static ConnectorException unexpected(PushTurn turn, Throwable failure) {
    LOG.warn("pushing to {} met something unexpected", turn.push.connection().key(), failure);
    return ConnectorException.later(
        "unexpected-answer", "The other system answered something unexpected.", null);
  }
}
