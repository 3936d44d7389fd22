package rapport.runtime.privacy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What one place keeps of somebody.
 *
 * @param documents how many would be deleted or changed
 * @param more ids and addresses that these say are theirs as well
 */
public record Trace(long documents, Subject more) {

  static final Trace NONE = new Trace(0, Subject.NOBODY);

  private Trace and(Subject told) {
    return new Trace(documents + 1, told.equals(Subject.NOBODY) ? more : more.and(told));
  }

  /** Of each of so many people nothing. */
  public static Mono<List<Trace>> none(int people) {
    return Mono.just(Collections.nCopies(people, NONE));
  }

  /**
   * Of each of so many people what these documents say.
   *
   * @param whose the numbers of the people a document is of
   * @param tells what else a document says they are known by
   */
  public static Mono<List<Trace>> of(
      Flux<Document> documents,
      int people,
      Function<Document, IntStream> whose,
      Function<Document, Subject> tells) {
    return documents.<List<Trace>>collect(
        () -> new ArrayList<>(Collections.nCopies(people, NONE)),
        (traces, document) ->
            whose
                .apply(document)
                .forEach(n -> traces.set(n, traces.get(n).and(tells.apply(document)))));
  }
}
