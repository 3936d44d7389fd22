package rapport.lead.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.worker.Worker;
import rapport.runtime.worker.WorkerLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sees to it that leads follow what visitors say. A visitor's document says that its lead is to be
 * looked at, in the same write as what was said; it says so until that is done, so a crash loses
 * nothing and doing it twice changes nothing.
 */
@Component
final class LeadKeeper implements WorkerLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(LeadKeeper.class);
  private static final Duration UNTIL_THE_NEXT_LOOK = Duration.ofSeconds(5);
  private static final Duration SOON = Duration.ofMillis(100);
  private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int AT_ONCE = 50;

  private final Collections collections;
  private final LeadDesk desk;
  private final Clock clock;
  private final Worker worker =
      new Worker("rapport-leads", Worker.waitingFor(PATIENCE, this::step));

  LeadKeeper(Collections collections, LeadDesk desk, Clock clock) {
    this.collections = collections;
    this.desk = desk;
    this.clock = clock;
  }

  /** Says that a visitor's lead is to be looked at. Never blocks. */
  void wake() {
    worker.wake();
  }

  private Mono<Duration> step() {
    return due()
        .concatMap(visitor ->
            keep(visitor)
                .onErrorResume(RuntimeException.class, failure -> putOff(visitor, failure)))
        .reduce(true, Boolean::logicalAnd)
        .flatMap(allKept -> desk.lookAgain().thenReturn(allKept))
        .flatMap(allKept -> allKept ? untilNext() : Mono.just(SOON));
  }

  /** One that fails must not keep the others waiting. */
  private Mono<Boolean> putOff(Document visitor, RuntimeException failure) {
    var stream = StreamRef.ofKey(visitor.getString("_id"));
    LOG.warn("the lead of {} waits: {}", stream.key(), failure.toString());
    var later = Date.from(clock.instant().plus(AFTER_A_FAILURE));
    return write(stream, eq("_id", stream.key()), set("dueAt", later)).thenReturn(true);
  }

  private Flux<Document> due() {
    var now = Date.from(clock.instant());
    return collections
        .visitors()
        .flatMapMany(all ->
            all.acrossWorkspaces(
                and(eq("due", true), lte("dueAt", now)), Sorts.ascending("dueAt"), AT_ONCE));
  }

  private Mono<Duration> untilNext() {
    return collections
        .visitors()
        .flatMapMany(all -> all.acrossWorkspaces(eq("due", true), Sorts.ascending("dueAt"), 1))
        .next()
        .map(next -> Duration.between(clock.instant(), next.getDate("dueAt").toInstant()))
        .map(rest -> rest.isNegative() ? Duration.ZERO : rest)
        .map(rest -> rest.compareTo(UNTIL_THE_NEXT_LOOK) < 0 ? rest : UNTIL_THE_NEXT_LOOK)
        .defaultIfEmpty(UNTIL_THE_NEXT_LOOK);
  }

  /** True when nothing is left to be done about this visitor for now. */
  private Mono<Boolean> keep(Document visitor) {
    var stream = StreamRef.ofKey(visitor.getString("_id"));
    var seen = and(eq("_id", stream.key()), eq("rev", visitor.getLong("rev")));
    return desk.follow(stream)
        .flatMap(done ->
            switch (done) {
              case LeadDesk.Outcome.Done _ ->
                  write(stream, seen, set("due", false)).thenReturn(true);
              case LeadDesk.Outcome.Later(var at) ->
                  write(stream, seen, set("dueAt", Date.from(at))).thenReturn(true);
              case LeadDesk.Outcome.Again _ -> Mono.just(false);
            });
  }

  private Mono<Boolean> write(StreamRef stream, Bson at, Bson update) {
    return collections.visitors().flatMap(all -> all.update(stream.workspace(), at, update));
  }

  @Override
  public Worker worker() {
    return worker;
  }
}
