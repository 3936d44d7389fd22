package rapport.integrations.automation.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.contracts.AutomationEvent.Subject;
import rapport.integrations.automation.SubjectState;
import rapport.integrations.store.IndexedCollection;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.DuplicateKeyException;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What automations know of subjects: one document each, changed as a whole or not at all. */
@Component
public class Subjects {

  /** In the place of "never", which an index would put first. */
  private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Mono<WorkspaceCollection> documents;

  public Subjects(DocumentStore store) {
    this.documents =
        IndexedCollection.of(
            store,
            "automation_subjects",
            List.of(Indexes.ascending("timer"), Indexes.ascending("starting")));
  }

  /** A subject of a workspace. */
  public record Ref(String workspace, Subject subject) {

    String key() {
      return workspace + "/" + subject.type() + ":" + subject.id();
    }
  }

  /**
   * A subject as it is kept.
   *
   * @param rev counts its changes; 0 for one that is not kept yet
   */
  public record Stored(Ref ref, SubjectState state, long rev) {}

  /** The subject; one that nothing is known of is new. */
  public Mono<Stored> find(Ref ref) {
    return documents
        .flatMap(all -> all.findOne(ref.workspace(), eq(ref.key())))
        .map(Subjects::stored)
        .defaultIfEmpty(new Stored(ref, SubjectState.NEW, 0));
  }

  /**
   * Puts a state in the place of the one that was read.
   *
   * @param timer when it is to be looked at again; null for never
   * @return false when somebody else was faster
   */
  public Mono<Boolean> replace(Stored before, SubjectState state, @Nullable Instant timer) {
    var ref = before.ref();
    var document =
        new Document("_id", ref.key())
            .append("type", ref.subject().type())
            .append("subject", ref.subject().id())
            .append("state", JSON.writeValueAsString(state))
            .append("timer", Date.from(timer == null ? NEVER : timer))
            .append("starting", !state.starts().isEmpty())
            .append("rev", before.rev() + 1);
    return documents.flatMap(all ->
        before.rev() == 0
            ? all.insert(ref.workspace(), document)
                .thenReturn(true)
                .onErrorResume(DuplicateKeyException.class, _ -> Mono.just(false))
            : all.replace(ref.workspace(), and(eq(ref.key()), eq("rev", before.rev())), document));
  }

  /** Subjects that have to be looked at by then, in all workspaces. */
  public Flux<Stored> due(Instant now, int limit) {
    var filter = or(eq("starting", true), lte("timer", Date.from(now)));
    return documents
        .flatMapMany(all -> all.acrossWorkspaces(filter, Sorts.ascending("timer"), limit))
        .map(Subjects::stored);
  }

  private static Stored stored(Document document) {
    var subject = new Subject(document.getString("type"), document.getString("subject"));
    return new Stored(
        new Ref(document.getString(WorkspaceCollection.WORKSPACE), subject),
        JSON.readValue(document.getString("state"), SubjectState.class),
        document.getLong("rev"));
  }
}
