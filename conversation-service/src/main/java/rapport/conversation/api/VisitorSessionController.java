package rapport.conversation.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.reply.Reply;
import rapport.conversation.session.Conversation;
import rapport.conversation.session.ConversationReader;
import rapport.conversation.visitor.VisitorConversations;
import rapport.conversation.visitor.VisitorConversations.Beginning;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** Where the gateway brings visitors of websites to their conversation. */
@RestController
@Allow(value = Role.ADMIN, kinds = Caller.Kind.SERVICE)
final class VisitorSessionController {

  private final VisitorConversations visitors;
  private final ConversationReader reader;
  private final FlowCatalog flows;

  VisitorSessionController(
      VisitorConversations visitors, ConversationReader reader, FlowCatalog flows) {
    this.visitors = visitors;
    this.reader = reader;
    this.flows = flows;
  }

  /**
   * How a conversation begins when the visitor has none open.
   *
   * @param locale BCP 47 tag; English when absent or not spoken by the flow
   * @param context where the visitor is and came from, such as {@code page} and {@code utm_source};
   *     at most 20 entries of at most 1,000 characters
   */
  record NewConversation(
      @Nullable String flow, @Nullable String locale, @Nullable Map<String, String> context) {}

  /**
   * The conversation a visitor is in.
   *
   * @param rev its revision
   * @param mode who answers
   * @param replies what was replied last, the greeting at first
   */
  record OpenConversation(
      String conversationId,
      long rev,
      String status,
      String mode,
      String locale,
      String dir,
      List<Reply> replies) {}

  /**
   * Goes on with the visitor's open conversation or begins one; 404 {@code flow-not-found}, 422
   * {@code not-acceptable-body} by field.
   */
  @PostMapping("/internal/workspaces/{workspace}/visitors/{visitor}/conversation")
  Mono<OpenConversation> open(
      @PathVariable String workspace,
      @PathVariable String visitor,
      @RequestBody NewConversation body) {
    var flow = Objects.requireNonNullElse(body.flow(), "");
    if (!flows.names().contains(flow)) {
      throw Problem.of(HttpStatus.NOT_FOUND, "flow-not-found", "There is no such flow.");
    }
    var locale = flows.supported(flow, Objects.requireNonNullElse(body.locale(), "en"));
    var context = Objects.requireNonNullElse(body.context(), Map.<String, String>of());
    Checks.visitorContext(context);
    return visitors
        .open(workspace, visitor, new Beginning(flow, locale, context))
        .flatMap(conversation ->
            reader.latestReplies(conversation).map(replies -> view(conversation, replies)));
  }

  private static OpenConversation view(Conversation conversation, List<Reply> replies) {
    var dialogue = conversation.dialogue();
    return new OpenConversation(
        conversation.id(),
        dialogue.rev(),
        ConversationView.status(dialogue),
        ConversationView.mode(conversation),
        dialogue.locale(),
        Direction.of(dialogue.locale()),
        replies);
  }
}
