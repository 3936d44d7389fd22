package rapport.profile.privacy;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Sorts;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
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
    var named = new Words(Subject.together(people).emails(), SHORTEST);
    return Trace.of(
        naming(workspace, named),
        people.size(),
        part -> {
          var found = in(part, named);
          return IntStream.range(0, people.size())
              .filter(n ->
                  people.get(n).emails().stream().map(Words::folded).anyMatch(found::contains));
        },
        _ -> Subject.NOBODY);
  }

  @Override
  public Mono<Void> erase(String workspace, Subject subject) {
    return naming(workspace, new Words(subject.emails(), SHORTEST))
        .concatMap(part ->
            parts.delete(workspace, eq("_id", Objects.requireNonNull(part.getString("_id")))))
        .then();
  }

  /** Nothing: rows of others are in there, and what was read of it is in its place. */
  @Override
  public Flux<Document> export(String workspace, Subject subject) {
    return Flux.empty();
  }

  private Flux<Document> naming(String workspace, Words emails) {
    return emails.isEmpty()
        ? Flux.empty()
        : parts
            .find(workspace, empty(), Sorts.ascending("_id"))
            .filter(part -> !in(part, emails).isEmpty());
  }

  private static Set<String> in(Document part, Words emails) {
    var text =
        new String(part.get("bytes", new Binary(new byte[0])).getData(), StandardCharsets.UTF_8);
    var found = new HashSet<String>();
    emails.in(
        text,
        (_, _, email) -> {
          found.add(email);
          return true;
        });
    return found;
  }
}
