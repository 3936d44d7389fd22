package rapport.profile.privacy;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;
import rapport.runtime.privacy.Kept;
import rapport.runtime.privacy.Subject;
import rapport.runtime.privacy.Trace;
import rapport.runtime.privacy.Words;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Parts of files that name somebody by address. They are deleted as a whole: what was in them has
 * been taken in long since, or has to be sent again.
 */
@Component
class ImportFiles implements Kept {

  /** Letters of the shortest address there can be: {@code a@b.de}. */
  private static final int SHORTEST = 6;

  private final WorkspaceCollection parts;

  ImportFiles(DocumentStore store) {
    this.parts = store.collection("account_import_parts");
  }

  @Override
  public String store() {
    return "account_import_parts";
  }

  @Override
  public Mono<List<Trace>> traces(String workspace, List<Subject> people) {
    return Trace.of(
        naming(workspace, Subject.together(people).emails())
            .flatMapIterable(Map::values)
            .map(emails -> new Document("emails", emails)),
        people.size(),
        part -> {
          var found = part.get("emails", Set.of());
          return IntStream.range(0, people.size())
              .filter(n ->
                  people.get(n).emails().stream().map(Words::folded).anyMatch(found::contains));
        },
        _ -> Subject.NOBODY);
  }

  @Override
  public Mono<Void> erase(String workspace, Subject subject) {
    return naming(workspace, subject.emails())
        .flatMapIterable(Map::keySet)
        .concatMap(part -> parts.delete(workspace, eq("_id", part)))
        .then();
  }

  /** Nothing: rows of others are in there, and what was read of it is in its place. */
  @Override
  public Flux<Document> export(String workspace, Subject subject) {
    return Flux.empty();
  }

  /** The addresses that stand in parts, by the id of the part. */
  private Mono<Map<String, Set<String>>> naming(String workspace, List<String> emails) {
    var words = new Words(emails, SHORTEST);
    return words.isEmpty()
        ? Mono.empty()
        : parts
            .find(workspace, empty(), Sorts.ascending("_id"))
            .reduceWith(() -> new PartsSearch(words), ImportFiles::read)
            .map(PartsSearch::found);
  }

  private static PartsSearch read(PartsSearch search, Document part) {
    var id = Objects.requireNonNull(part.getString("_id"));
    return search.next(id, part.get("bytes", new Binary(new byte[0])).getData());
  }
}
