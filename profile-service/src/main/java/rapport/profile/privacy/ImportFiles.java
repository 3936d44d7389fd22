package rapport.profile.privacy;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Sorts;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;
import rapport.runtime.privacy.Kept;
import rapport.runtime.privacy.Subject;
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

  private final WorkspaceCollection parts;

  ImportFiles(DocumentStore store) {
    this.parts = store.collection("account_import_parts");
  }

  @Override
  public String store() {
    return "account_import_parts";
  }

  @Override
  public Mono<Long> count(String workspace, Subject subject) {
    return naming(workspace, subject).count();
  }

  @Override
  public Mono<Void> erase(String workspace, Subject subject) {
    return naming(workspace, subject)
        .concatMap(part ->
            parts.delete(workspace, eq("_id", Objects.requireNonNull(part.getString("_id")))))
        .then();
  }

  /** Nothing: rows of others are in there, and what was read of it is in its place. */
  @Override
  public Flux<Document> export(String workspace, Subject subject) {
    return Flux.empty();
  }

  private Flux<Document> naming(String workspace, Subject subject) {
    return subject.emails().isEmpty()
        ? Flux.empty()
        : parts
            .find(workspace, empty(), Sorts.ascending("_id"))
            .filter(part -> names(part, subject));
  }

  private static boolean names(Document part, Subject subject) {
    var text =
        new String(part.get("bytes", new Binary(new byte[0])).getData(), StandardCharsets.UTF_8)
            .toLowerCase(Locale.ROOT);
    return subject.emails().stream().anyMatch(text::contains);
  }
}
