package rapport.gateway.audit;

import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.stereotype.Component;
import rapport.runtime.privacy.Kept;
import rapport.runtime.privacy.Subject;
import rapport.runtime.privacy.Trace;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Who saw or changed what is kept of somebody: part of what they may ask for. Entries name people
 * by id alone, which is nobody's once they are erased; so the trail stays as it was sealed.
 */
@Component
final class AuditOfReads implements Kept {

  private final WorkspaceCollection documents;

  AuditOfReads(DocumentStore store) {
    this.documents = store.collection("audit");
  }

  @Override
  public String store() {
    return "audit";
  }

  @Override
  public Mono<List<Trace>> traces(String workspace, List<Subject> people) {
    return Trace.none(people.size());
  }

  @Override
  public Mono<Void> erase(String workspace, Subject subject) {
    return Mono.empty();
  }

  @Override
  public Flux<Document> export(String workspace, Subject subject) {
    var paths =
        Stream.of(subject.people(), subject.conversations(), subject.contacts(), subject.leads())
            .flatMap(List::stream)
            .map(id -> regex("path", "/" + Pattern.quote(id) + "(/|$)"))
            .toList();
    return paths.isEmpty()
        ? Flux.empty()
        : documents.find(workspace, or(paths), Sorts.ascending("seq")).map(AuditOfReads::told);
  }

  /** What is a colleague's own, such as their address on the network, is not for others. */
  private static Document told(Document entry) {
    var told = new Document();
    Stream.of("at", "kind", "actorName", "method", "path", "status")
        .forEach(field -> told.append(field, entry.get(field)));
    return told;
  }
}
