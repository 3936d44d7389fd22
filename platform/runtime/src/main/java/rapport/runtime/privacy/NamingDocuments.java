package rapport.runtime.privacy;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
  public Mono<Subject> alsoKnownAs(String workspace, Subject subject) {
    return export(workspace, subject).map(tells).reduce(Subject.NOBODY, Subject::and);
  }

  @Override
  public Mono<Long> count(String workspace, Subject subject) {
    return export(workspace, subject).count();
  }

  @Override
  public Mono<Void> erase(String workspace, Subject subject) {
    return export(workspace, subject)
        .concatMap(document ->
            documents.delete(workspace, eq("_id", Objects.requireNonNull(document.get("_id")))))
        .then();
  }

  @Override
  public Flux<Document> export(String workspace, Subject subject) {
    var names =
        Stream.of(subject.streams(), subject.visitors(), subject.contacts(), subject.emails())
            .flatMap(List::stream)
            .filter(name -> name.length() >= SHORTEST)
            .map(name -> name.toLowerCase(Locale.ROOT))
            .toList();
    return names.isEmpty()
        ? Flux.empty()
        : documents
            .find(workspace, empty(), Sorts.ascending("_id"))
            .filter(may)
            .filter(document -> {
              var text = document.toJson().toLowerCase(Locale.ROOT);
              return names.stream().anyMatch(text::contains);
            });
  }
}
