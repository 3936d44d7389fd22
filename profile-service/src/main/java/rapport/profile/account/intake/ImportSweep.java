package rapport.profile.account.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import rapport.profile.account.intake.FileImport.Status;
import rapport.profile.account.intake.Imports.Stored;
import reactor.core.publisher.Mono;

/** Stops imports that nobody goes on with, and deletes files that a crash has left. */
@Component
final class ImportSweep {

  private static final Logger LOG = LoggerFactory.getLogger(ImportSweep.class);
  private static final byte[] NOTHING = {};

  private final Imports imports;
  private final Duration kept;
  private final Clock clock;

  ImportSweep(
      Imports imports, @Value("${rapport.profile.imports-kept:7d}") Duration kept, Clock clock) {
    this.imports = imports;
    this.kept = kept;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${rapport.profile.imports-sweep:1m}")
  Mono<Void> sweep() {
    return Mono.defer(() ->
            imports
                .leftSince(clock.instant().minus(kept))
                .concatMap(this::stopped)
                .thenMany(imports.overWithFile())
                .concatMap(imports::forgetFile)
                .then())
        .onErrorResume(failure -> {
          LOG.warn("files of imports stay until the next sweep: {}", failure.toString());
          return Mono.empty();
        });
  }

  /** Empty when somebody goes on with it right now. */
  private Mono<Stored> stopped(Stored left) {
    return imports.save(left, left.value().at(Status.CANCELLED), NOTHING, Instant.EPOCH);
  }
}
