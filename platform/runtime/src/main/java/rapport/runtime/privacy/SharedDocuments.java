package rapport.runtime.privacy;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import rapport.runtime.store.WorkspaceCollection;
import rapport.runtime.store.WorkspaceCollection.Write;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Documents that are about something else and may mention a person, such as tasks: the mentions are
 * taken out. Every document of the workspace is looked at.
 */
final class SharedDocuments implements Kept {

  private final String store;
  private final WorkspaceCollection documents;

  SharedDocuments(String store, WorkspaceCollection documents) {
    this.store = store;
    this.documents = documents;
  }

  /** A document that mentions them, and the same without. */
  private record Mention(Document before, Document after) {}

  @Override
  public String store() {
    return store;
  }

  @Override
  public Mono<List<Trace>> traces(String workspace, List<Subject> people) {
    var redaction = Redaction.of(people);
    return redaction == null
        ? Trace.none(people.size())
        : Trace.of(all(workspace), people.size(), redaction::mentioned, _ -> Subject.NOBODY);
  }

  @Override
  public Mono<Void> erase(String workspace, Subject subject) {
    return mentions(workspace, subject)
        .concatMap(mention -> documents.writeAll(writes(workspace, mention)))
        .then();
  }

  @Override
  public Flux<Document> export(String workspace, Subject subject) {
    return mentions(workspace, subject).map(Mention::before);
  }

  private Flux<Mention> mentions(String workspace, Subject subject) {
    var redaction = Redaction.of(List.of(subject));
    return redaction == null
        ? Flux.empty()
        : all(workspace)
            .map(document -> new Mention(document, redaction.of(document)))
            .filter(mention -> !mention.after().equals(mention.before()));
  }

  private Flux<Document> all(String workspace) {
    return documents.find(workspace, empty(), Sorts.ascending("_id"));
  }

  /** Each field on condition that nobody else has changed it; the next round sees to those. */
  private static List<Write> writes(String workspace, Mention mention) {
    var writes = new ArrayList<Write>();
    var id = Objects.requireNonNull(mention.before().get("_id"));
    mention
        .after()
        .forEach((field, value) -> {
          @Nullable Object before = mention.before().get(field);
          if (!Objects.equals(before, value)) {
            writes.add(
                new Write.Update(
                    workspace, and(eq("_id", id), eq(field, before)), set(field, value)));
          }
        });
    return writes;
  }
}
