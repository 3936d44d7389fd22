package rapport.conversation.visitor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import rapport.conversation.session.Conversation;
import rapport.conversation.session.ConversationReader;
import rapport.conversation.session.Conversations;
import reactor.core.publisher.Mono;

/** Leads visitors into their conversation: the open one, else a new one. */
@Service
public class VisitorConversations {

  private final Visitors visitors;
  private final ConversationReader reader;
  private final Conversations conversations;

  VisitorConversations(Visitors visitors, ConversationReader reader, Conversations conversations) {
    this.visitors = visitors;
    this.reader = reader;
    this.conversations = conversations;
  }

  /**
   * How a conversation begins when none is open.
   *
   * @param locale one the flow has
   * @param context where the visitor is and came from
   */
  public record Beginning(String flow, String locale, Map<String, String> context) {
    public Beginning {
      context = Map.copyOf(context);
    }
  }

  /**
   * The conversation the visitor is in. One that was begun is given as it is, whatever {@code
   * beginning} says; one that is completed is followed by the next one. May be called any number of
   * times, from several tabs at once.
   */
  public Mono<Conversation> open(String workspace, String visitor, Beginning beginning) {
    return visitors
        .conversation(workspace, visitor)
        .switchIfEmpty(Mono.defer(() -> moved(workspace, visitor, null, newId())))
        .flatMap(id -> begun(workspace, visitor, id, beginning))
        .flatMap(conversation -> following(conversation, visitor, beginning));
  }

  /** It may have been noted and not begun, when a process died in between. */
  private Mono<Conversation> begun(
      String workspace, String visitor, String id, Beginning beginning) {
    return reader
        .find(workspace, id)
        .onErrorResume(
            ConversationReader::isNotFound, _ -> begin(workspace, visitor, id, beginning));
  }

  private Mono<Conversation> begin(
      String workspace, String visitor, String id, Beginning beginning) {
    return conversations.start(
        workspace,
        id,
        beginning.flow(),
        beginning.locale(),
        new LinkedHashMap<>(beginning.context()),
        visitor);
  }

  private Mono<Conversation> following(
      Conversation conversation, String visitor, Beginning beginning) {
    if (!conversation.dialogue().completed()) {
      return Mono.just(conversation);
    }
    var next = conversation.dialogue().next();
    return moved(
            conversation.workspace(), visitor, conversation.id(), next == null ? newId() : next)
        .flatMap(id -> begun(conversation.workspace(), visitor, id, beginning));
  }

  private Mono<String> moved(
      String workspace, String visitor, @Nullable String before, String after) {
    return visitors.move(workspace, visitor, before, after);
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }
}
