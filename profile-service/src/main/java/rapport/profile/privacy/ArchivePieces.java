package rapport.profile.privacy;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import rapport.runtime.problem.Problem;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What services handed in for archives, until these are forgotten. */
@Component
class ArchivePieces {

  static final String COLLECTION = "privacy_archive_pieces";

  private static final int AT_ONCE = 500;

  private final WorkspaceCollection pieces;
  private final Clock clock;

  ArchivePieces(DocumentStore store, Clock clock) {
    this.pieces = store.collection(COLLECTION);
    this.clock = clock;
  }

  Mono<Void> put(String workspace, String request, String service, int number, String piece) {
    return pieces.upsert(
        workspace,
        eq("_id", key(workspace, request, service, number)),
        combine(
            set("request", request), set("text", piece), set("at", Date.from(clock.instant()))));
  }

  /** What a service handed in, in its order; 410 {@code archive-forgotten} when it is gone. */
  Flux<String> of(String workspace, String request, String service, int count) {
    return Flux.range(0, count)
        .concatMap(number ->
            pieces
                .findOne(workspace, eq("_id", key(workspace, request, service, number)))
                .switchIfEmpty(Mono.error(ArchivePieces::forgotten)))
        .map(piece -> Objects.requireNonNull(piece.getString("text")));
  }

  private static Problem forgotten() {
    return Problem.of(
        HttpStatus.GONE, "archive-forgotten", "Its time is over; ask for another archive.");
  }

  /** Forgets those that were handed in before then; how many. */
  Mono<Long> forgetBefore(Instant then) {
    return pieces
        .acrossWorkspaces(lt("at", Date.from(then)), Sorts.ascending("_id"), AT_ONCE)
        .concatMap(piece ->
            pieces.delete(
                Objects.requireNonNull(piece.getString("workspace")),
                eq("_id", Objects.requireNonNull(piece.getString("_id")))))
        .count();
  }

  private static String key(String workspace, String request, String service, int number) {
    return "%s/%s/%s:%06d".formatted(workspace, request, service, number);
  }
}
