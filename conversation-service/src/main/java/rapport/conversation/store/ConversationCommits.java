package rapport.conversation.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import rapport.conversation.session.Commit;
import rapport.conversation.session.OwnIds;
import rapport.runtime.privacy.Kept;
import rapport.runtime.privacy.Subject;
import rapport.runtime.privacy.Trace;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.DuplicateKeyException;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The commits of erased conversations. Behind the last one a fence is put before they are deleted:
 * whoever is about to add a commit to what was just read finds the place taken, reads again, and
 * learns that the conversation is gone. Before the first one a mark is put after that: every reader
 * asks for it, however far behind, and since it has the id of the input every conversation begins
 * with, nobody begins this one again.
 */
@Component
public final class ConversationCommits implements Kept {

  /** The field that makes a commit a fence, or the mark. */
  static final String FENCE = "erased";

  /** The place of the mark. */
  static final long MARK = 0;

  /** No id that anybody may send: a message of the same name would hold up the erasure for ever. */
  private static final String FENCE_ID = "(erased)";

  private final WorkspaceCollection commits;

  ConversationCommits(DocumentStore store) {
    this.commits = store.collection("commits");
  }

  @Override
  public String store() {
    return "commits";
  }

  @Override
  public Mono<List<Trace>> traces(String workspace, List<Subject> people) {
    var conversations = people.stream().map(it -> Set.copyOf(it.conversations())).toList();
    return Trace.of(
        export(workspace, Subject.together(people)),
        people.size(),
        commit -> {
          var stream = commit.get("stream", "");
          return IntStream.range(0, people.size())
              .filter(n -> conversations.get(n).contains(stream));
        },
        _ -> Subject.NOBODY);
  }

  @Override
  public Mono<Void> erase(String workspace, Subject subject) {
    return Flux.fromIterable(subject.conversations())
        .concatMap(stream -> fence(workspace, stream))
        .then(Mono.defer(() -> commits.deleteAll(workspace, theirs(subject))))
        .thenMany(Flux.fromIterable(subject.conversations()))
        .concatMap(stream -> mark(workspace, stream))
        .then();
  }

  @Override
  public Flux<Document> export(String workspace, Subject subject) {
    return commits.find(workspace, theirs(subject), Sorts.ascending("_id"));
  }

  private Mono<Void> fence(String workspace, String stream) {
    return commits
        .find(workspace, eq("stream", stream), Sorts.descending("_id"), 1)
        .next()
        .filter(last -> !last.containsKey(FENCE))
        .flatMap(last -> {
          var seq = last.getLong("seq") + 1;
          return commits.insert(workspace, erased(workspace, stream, seq, FENCE_ID));
        })
        .onErrorResume(
            DuplicateKeyException.class, _ -> fence(workspace, stream)); // somebody went on
  }

  /** Puts the mark. Its id may be taken by itself, or by somebody who began again just now. */
  private Mono<Void> mark(String workspace, String stream) {
    return commits
        .insert(workspace, erased(workspace, stream, MARK, OwnIds.START))
        .onErrorResume(
            DuplicateKeyException.class,
            _ ->
                commits
                    .deleteAll(workspace, theirs(Subject.ofConversations(List.of(stream))))
                    .filter(begunAgain -> begunAgain > 0)
                    .flatMap(_ -> mark(workspace, stream)));
  }

  private static Document erased(String workspace, String stream, long seq, String inputId) {
    return new Document("_id", Commit.id(workspace, stream, seq))
        .append("stream", stream)
        .append("seq", seq)
        .append("inputId", inputId)
        .append(FENCE, true);
  }

  private static Bson theirs(Subject subject) {
    return and(in("stream", List.copyOf(subject.conversations())), ne(FENCE, true));
  }
}
