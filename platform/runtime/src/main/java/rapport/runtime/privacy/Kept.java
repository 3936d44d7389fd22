package rapport.runtime.privacy;

import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a service keeps of people in one place. Everything can be done again, and finds less then.
 */
public interface Kept {

  /** What receipts and archives call the place: the collection's name. */
  String store();

  /**
   * More ids by which something may be theirs, as far as this place knows; erasing looks for all of
   * them.
   */
  default Mono<Subject> alsoKnownAs(String workspace, Subject subject) {
    return Mono.just(Subject.NOBODY);
  }

  /** How many documents {@link #erase} would delete or change. */
  Mono<Long> count(String workspace, Subject subject);

  /** Deletes what is theirs alone, and takes them out of what is also of others. */
  Mono<Void> erase(String workspace, Subject subject);

  /** What is kept of them, for them to read. */
  Flux<Document> export(String workspace, Subject subject);
}
