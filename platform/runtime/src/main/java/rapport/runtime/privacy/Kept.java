package rapport.runtime.privacy;

import java.util.List;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a service keeps of people in one place. Everything can be done again, and finds less then.
 */
public interface Kept {

  /** What receipts and archives call the place: the collection's name. */
  String store();

  /** What is kept of each of them, in their order; the place is read once for all. */
  Mono<List<Trace>> traces(String workspace, List<Subject> people);

  /**
   * Deletes what is theirs alone, and takes them out of what is also of others.
   *
   * @param subject somebody, or several people together
   */
  Mono<Void> erase(String workspace, Subject subject);

  /** What is kept of them, for them to read. */
  Flux<Document> export(String workspace, Subject subject);
}
