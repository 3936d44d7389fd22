package rapport.conversation.visitor;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.DuplicateKeyException;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Mono;

/** The collection {@code visitors}: the conversation each visitor is in. */
@Component
class Visitors {

  private static final String CONVERSATION = "conversation";

  private final WorkspaceCollection visitors;
  private final Clock clock;

  Visitors(DocumentStore store, Clock clock) {
    this.visitors = store.collection("visitors");
    this.clock = clock;
  }

  /** The id of the conversation the visitor is in; empty for somebody new. */
  Mono<String> conversation(String workspace, String visitor) {
    return visitors
        .findOne(workspace, eq("_id", key(workspace, visitor)))
        .map(document -> document.getString(CONVERSATION));
  }

  /**
   * Puts the visitor into another conversation. When two tabs do so at once, one of them wins.
   *
   * @param before the conversation left, null for somebody new
   * @return the conversation the visitor is in now: {@code after}, or the other tab's
   */
  Mono<String> move(String workspace, String visitor, @Nullable String before, String after) {
    return (before == null
            ? first(workspace, visitor, after)
            : next(workspace, visitor, before, after))
        .filter(moved -> moved)
        .map(_ -> after)
        .switchIfEmpty(Mono.defer(() -> conversation(workspace, visitor)));
  }

  private Mono<Boolean> first(String workspace, String visitor, String conversation) {
    var document =
        new Document("_id", key(workspace, visitor))
            .append("visitor", visitor)
            .append(CONVERSATION, conversation)
            .append("since", Date.from(clock.instant()));
    return visitors
        .insert(workspace, document)
        .thenReturn(true)
        .onErrorReturn(DuplicateKeyException.class, false);
  }

  private Mono<Boolean> next(String workspace, String visitor, String before, String after) {
    return visitors.update(
        workspace,
        and(eq("_id", key(workspace, visitor)), eq(CONVERSATION, before)),
        Updates.set(CONVERSATION, after));
  }

  private static String key(String workspace, String visitor) {
    return workspace + "/" + visitor;
  }
}
