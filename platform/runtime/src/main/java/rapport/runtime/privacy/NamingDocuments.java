package rapport.runtime.privacy;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Sorts;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.Document;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Documents that are about somebody when an id or address of theirs stands anywhere in them, such
 * as letters about a lead: they are deleted. Every document of the workspace is looked at.
 */
final class NamingDocuments implements Kept {

  /** A shorter id may stand in a text by chance. */
  private static final int SHORTEST = 8;

  private static final int AT_ONCE = 200;

  private final String store;
  private final WorkspaceCollection documents;
  private final Predicate<Document> may;
  private final Function<Document, Subject> tells;

  NamingDocuments(
      String store,
      WorkspaceCollection documents,
      Predicate<Document> may,
      Function<Document, Subject> tells) {
    this.store = store;
    this.documents = documents;
    this.may = may;
    this.tells = tells;
  }

  @Override
  public String store() {
    return store;
  }

  @Override
  public Mono<List<Trace>> traces(String workspace, List<Subject> people) {
    var whose = new HashMap<String, BitSet>();
    for (int n = 0; n < people.size(); n++) {
      var one = n;
      names(people.get(n))
          .forEach(name -> whose.computeIfAbsent(Words.folded(name), _ -> new BitSet()).set(one));
    }
    var words = new Words(whose.keySet(), SHORTEST);
    return Trace.of(
        candidates(workspace, words),
        people.size(),
        document -> {
          var named = new BitSet();
          words.in(
              document.toJson(),
              (_, _, word) -> {
                named.or(whose.getOrDefault(word, named));
                return false;
              });
          return named.stream();
        },
        tells);
  }

  @Override
  public Mono<Void> erase(String workspace, Subject subject) {
    return export(workspace, subject)
        .map(document -> Objects.requireNonNull(document.get("_id")))
        .buffer(AT_ONCE)
        .concatMap(ids -> documents.deleteAll(workspace, in("_id", ids)))
        .then();
  }

  @Override
  public Flux<Document> export(String workspace, Subject subject) {
    var words = new Words(names(subject).toList(), SHORTEST);
    return candidates(workspace, words)
        .filter(document -> {
          var named = new AtomicBoolean();
          words.in(
              document.toJson(),
              (_, _, _) -> {
                named.set(true);
                return true;
              });
          return named.get();
        });
  }

  private Flux<Document> candidates(String workspace, Words words) {
    return words.isEmpty()
        ? Flux.empty()
        : documents.find(workspace, empty(), Sorts.ascending("_id")).filter(may);
  }

  private static Stream<String> names(Subject subject) {
    return Stream.of(subject.streams(), subject.visitors(), subject.contacts(), subject.emails())
        .flatMap(List::stream);
  }
}
