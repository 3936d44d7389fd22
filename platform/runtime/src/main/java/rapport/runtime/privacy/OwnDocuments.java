package rapport.runtime.privacy;

import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bson.Document;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Documents that are about one person alone: they are deleted. */
final class OwnDocuments implements Kept {

  private final String store;
  private final WorkspaceCollection documents;
  private final Whose whose;
  private final Function<Document, Subject> tells;

  OwnDocuments(
      String store, WorkspaceCollection documents, Whose whose, Function<Document, Subject> tells) {
    this.store = store;
    this.documents = documents;
    this.whose = whose;
    this.tells = tells;
  }

  @Override
  public String store() {
    return store;
  }

  @Override
  public Mono<List<Trace>> traces(String workspace, List<Subject> people) {
    var tests = people.stream().map(one -> whose.test(workspace, one)).toList();
    return Trace.of(
        export(workspace, Subject.together(people)),
        people.size(),
        document -> IntStream.range(0, tests.size()).filter(n -> tests.get(n).test(document)),
        tells);
  }

  @Override
  public Mono<Void> erase(String workspace, Subject subject) {
    return Mono.justOrEmpty(whose.filter(workspace, subject))
        .flatMap(filter -> documents.deleteAll(workspace, filter))
        .then();
  }

  @Override
  public Flux<Document> export(String workspace, Subject subject) {
    return Mono.justOrEmpty(whose.filter(workspace, subject))
        .flatMapMany(filter -> documents.find(workspace, filter, Sorts.ascending("_id")));
  }
}
