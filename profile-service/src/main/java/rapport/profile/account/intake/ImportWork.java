package rapport.profile.account.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import rapport.profile.account.intake.FileImport.Status;
import rapport.profile.account.intake.Imports.Stored;
import reactor.core.publisher.Mono;

/**
 * Works on imports, part by part. After each part it is stored how far it has come, so another
 * instance, or this one after a restart, goes on from there; the part that was under way is read
 * once more, which changes nothing that it had changed before.
 */
@Component
final class ImportWork {

  private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);

  /** For how long nobody else takes a part; a part has at most 256 KB. */
  private static final Duration HELD = Duration.ofSeconds(60);

  /** In bytes; a quote that is never closed makes one row of all that follows. */
  private static final int LONGEST_ROW = 1_000_000;

  private static final byte[] NOTHING = {};
  private static final String UNREADABLE = "from here on the file is not CSV in UTF-8";
  private static final String ERASED =
      "from here on the file was deleted, as it named somebody who was erased; upload it again";

  private final Imports imports;
  private final PartIntake intake;
  private final Clock clock;

  ImportWork(Imports imports, PartIntake intake, Clock clock) {
    this.imports = imports;
    this.intake = intake;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
  Mono<Void> work() {
    return Mono.defer(this::round)
        .expand(parts -> parts == 0 ? Mono.empty() : round())
        .then()
        .onErrorResume(failure -> {
          LOG.warn("an import could not go on; tried again in a while: {}", failure.toString());
          return Mono.empty();
        });
  }

  /** One part of each import, so that a small one does not wait for a large one; how many. */
  private Mono<Long> round() {
    return imports.waiting(clock.instant()).concatMap(this::held).concatMap(this::step).count();
  }

  /** Empty when somebody else was quicker. */
  private Mono<Stored> held(Stored found) {
    return imports.save(found, found.value(), found.left().getData(), until());
  }

  /** Reads one part, or behind the last one what it left over, and lets go of the import. */
  private Mono<Stored> step(Stored stored) {
    var of = stored.value();
    var left = stored.left().getData();
    if (of.next() >= of.parts()) {
      return step(stored, Slice.last(left), end(of));
    }
    return imports
        .part(stored, of.next())
        .singleOptional()
        .flatMap(part ->
            part.map(bytes -> step(stored, Slice.of(left, bytes), of.status()))
                .orElseGet(() -> saved(stored, of.failed(ERASED), NOTHING)));
  }

  private Mono<Stored> step(Stored stored, Slice slice, Status after) {
    var of = stored.value();
    return read(stored, slice)
        .map(outcome -> of.read(outcome.tally(), outcome.problems()).at(after))
        .onErrorResume(UncheckedIOException.class, _ -> Mono.just(of.failed(UNREADABLE)))
        .flatMap(read -> saved(stored, read, slice.rest()));
  }

  private Mono<Stored> saved(Stored stored, FileImport read, byte[] left) {
    var working = read.status().isWorking();
    return imports.save(stored, read, working ? left : NOTHING, clock.instant());
  }

  private Mono<PartIntake.Outcome> read(Stored stored, Slice slice) {
    return Mono.fromCallable(() -> rows(stored.value(), slice))
        .map(rows -> isBeginning(stored) && !rows.isEmpty() ? rows.subList(1, rows.size()) : rows)
        .flatMap(rows -> intake.take(stored.workspace(), stored.value(), rows));
  }

  private static List<List<String>> rows(FileImport of, Slice slice) {
    if (slice.rest().length > LONGEST_ROW) {
      throw new UncheckedIOException(new IOException("a row does not end"));
    }
    return CsvRows.of(slice.rows(), of.separator());
  }

  private static boolean isBeginning(Stored stored) {
    return stored.value().next() == 0;
  }

  private static Status end(FileImport of) {
    return of.status() == Status.CHECKING ? Status.CHECKED : Status.DONE;
  }

  private Instant until() {
    return clock.instant().plus(HELD);
  }
}
