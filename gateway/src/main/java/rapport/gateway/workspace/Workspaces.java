package rapport.gateway.workspace;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Updates;
import java.util.Date;
import org.bson.Document;
import org.springframework.stereotype.Repository;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Mono;

/** The collection {@code workspaces}: one document for each that something is known of. */
@Repository
class Workspaces {
  private final WorkspaceCollection documents;

  Workspaces(DocumentStore store) {
    this.documents = store.collection("workspaces");
  }

  /** The mark of a workspace with made-up data; empty for any other. */
  Mono<SampleMark> sample(String workspace) {
    return documents.findOne(workspace, eq(workspace)).map(Workspaces::read);
  }

  /** Marks it; the seed and the time of the first mark stay. */
  Mono<Void> mark(String workspace, SampleMark mark) {
    return documents.upsert(
        workspace,
        eq(workspace),
        Updates.combine(
            Updates.setOnInsert("sampleSeed", mark.seed()),
            Updates.setOnInsert("sampleMarkedAt", Date.from(mark.markedAt())),
            Updates.set("sampleLoaded", mark.loaded())));
  }

  private static SampleMark read(Document document) {
    return new SampleMark(
        document.getLong("sampleSeed"),
        document.getBoolean("sampleLoaded"),
        document.getDate("sampleMarkedAt").toInstant());
  }
}
