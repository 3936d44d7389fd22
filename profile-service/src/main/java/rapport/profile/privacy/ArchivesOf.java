package rapport.profile.privacy;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import rapport.runtime.privacy.Kept;
import rapport.runtime.privacy.Subject;
import rapport.runtime.privacy.Trace;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Archives that were made for somebody hold everything of theirs: they go as well. */
@Component
class ArchivesOf implements Kept {

  private final WorkspaceCollection requests;
  private final WorkspaceCollection pieces;

  ArchivesOf(DocumentStore store) {
    this.requests = store.collection(PrivacyRequests.COLLECTION);
    this.pieces = store.collection(ArchivePieces.COLLECTION);
  }

  @Override
  public String store() {
    return PrivacyRequests.COLLECTION;
  }

  @Override
  public Mono<List<Trace>> traces(String workspace, List<Subject> people) {
    var ids = people.stream().map(ArchivesOf::ids).toList();
    return Trace.of(
        export(workspace, Subject.together(people)),
        people.size(),
        archive -> {
          var about = archive.get("value", new Document()).get("subject", new Document());
          return IntStream.range(0, ids.size()).filter(n -> isAbout(about, ids.get(n)));
        },
        _ -> Subject.NOBODY);
  }

  private static Set<String> ids(Subject subject) {
    return Stream.of(
            subject.people(), subject.conversations(), subject.contacts(), subject.emails())
        .flatMap(List::stream)
        .collect(Collectors.toSet());
  }

  private static boolean isAbout(Document about, Set<String> ids) {
    return Stream.of("people", "conversations", "contacts", "emails")
        .flatMap(field -> about.getList(field, String.class, List.of()).stream())
        .anyMatch(ids::contains);
  }

  @Override
  public Mono<Void> erase(String workspace, Subject subject) {
    return export(workspace, subject)
        .concatMap(archive -> {
          var key = Objects.requireNonNull(archive.getString("_id"));
          return pieces
              .deleteAll(workspace, eq("request", key.substring(workspace.length() + 1)))
              .then(requests.delete(workspace, eq("_id", key)));
        })
        .then();
  }

  /** That they asked before is theirs to know, too. */
  @Override
  public Flux<Document> export(String workspace, Subject subject) {
    return requests.find(
        workspace, and(eq("kind", "ARCHIVE"), about(subject)), Sorts.ascending("_id"));
  }

  private static Bson about(Subject subject) {
    return or(
        in("value.subject.people", subject.people()),
        in("value.subject.conversations", subject.conversations()),
        in("value.subject.contacts", subject.contacts()),
        in("value.subject.emails", subject.emails()));
  }
}
