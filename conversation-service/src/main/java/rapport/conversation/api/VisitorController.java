package rapport.conversation.api;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import rapport.conversation.session.Conversation;
import rapport.conversation.session.ConversationReader;
import rapport.conversation.session.Conversations;
import rapport.conversation.session.RejectedException;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that a visitor of a website may do: look at a conversation of their own, follow it, say
 * something in it. The gateway sends visitors here when they ask for {@code
 * /api/v1/conversations/{id}}. Conversations of others do not exist for them: 404 {@code
 * conversation-not-found}.
 */
@RestController
@RequestMapping("/internal/visitor/conversations/{id}")
@Allow(kinds = Caller.Kind.VISITOR)
final class VisitorController {

  private final Conversations conversations;
  private final ConversationReader reader;
  private final ConversationFeed feed;
  private final InputFactory inputs;
  private final JsonMapper json;

  VisitorController(
      Conversations conversations,
      ConversationReader reader,
      ConversationFeed feed,
      InputFactory inputs,
      JsonMapper json) {
    this.conversations = conversations;
    this.reader = reader;
    this.feed = feed;
    this.inputs = inputs;
    this.json = json;
  }

  /** The conversation as it is now. */
  @GetMapping
  Mono<VisitorView> get(@PathVariable String id, Caller visitor) {
    return own(id, visitor).map(VisitorView::of);
  }

  /** Says something, or taps a button. The same {@code messageId} again gets the same body. */
  @PostMapping("/messages")
  Mono<ResponseEntity<String>> say(
      @PathVariable String id,
      @RequestBody Requests.Message body,
      Caller visitor,
      @RequestHeader(name = "traceparent", required = false) @Nullable String traceparent) {
    Checks.message(body);
    var input = inputs.visitorMessage(body, visitor, traceparent);
    return own(id, visitor)
        .flatMap(own -> conversations.take(own.workspace(), own.id(), input))
        .map(
            outcome -> outcome.answer(same -> json.writeValueAsString(VisitorTurn.unchanged(same))))
        .map(answer -> ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(answer))
        .onErrorMap(RejectedException.class, Refusals::problem);
  }

  /** Server-sent events as {@link FeedController} sends them, of the visitor's view. */
  @GetMapping(path = "/feed", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Flux<ServerSentEvent<JsonNode>> feed(
      @PathVariable String id,
      Caller visitor,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
    return feed.of(
        own(id, visitor),
        lastEventId,
        new ConversationFeed.View(VisitorView::of, VisitorView::withoutMessages));
  }

  private Mono<Conversation> own(String id, Caller visitor) {
    return reader
        .find(visitor.workspace(), id)
        .filter(
            conversation -> Objects.equals(conversation.dialogue().startedBy(), visitor.subject()))
        .switchIfEmpty(Mono.error(ConversationReader::notFound));
  }
}
