package rapport.profile.privacy;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import rapport.profile.record.RecordKind;
import rapport.profile.record.Status;
import rapport.runtime.privacy.Subject;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;

/** Interviews nobody finished. What was finished is a colleague's work, and has no term. */
@Component
class SilentInterviews implements Silent {

  private final WorkspaceCollection profiles;
  private final WorkspaceCollection buyingProcesses;

  SilentInterviews(DocumentStore store) {
    this.profiles = store.collection("profiles");
    this.buyingProcesses = store.collection("buying_process_mappings");
  }

  @Override
  public RetentionKind kind() {
    return RetentionKind.INTERVIEWS;
  }

  @Override
  public Flux<Found> since(String workspace, Instant then) {
    return Flux.fromArray(RecordKind.values()).concatMap(kind -> since(workspace, kind, then));
  }

  private Flux<Found> since(String workspace, RecordKind kind, Instant then) {
    var unfinished =
        and(
            eq("flow", kind.flow()),
            eq("status", Status.IN_PROGRESS.name()),
            lt("lastUpdatedAt", Date.from(then)));
    return of(kind)
        .find(workspace, unfinished, Sorts.ascending("_id"))
        .map(SilentInterviews::found);
  }

  private WorkspaceCollection of(RecordKind kind) {
    return switch (kind) {
      case PROFILE -> profiles;
      case BUYING_PROCESS -> buyingProcesses;
    };
  }

  private static Found found(Document record) {
    return new Found(
        Subject.ofConversations(List.of(record.getString("stream"))),
        record.getDate("lastUpdatedAt").toInstant());
  }
}
