package rapport.conversation.api;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import rapport.conversation.session.ConversationReader;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/** A conversation as it happens. */
@RestController
@Allow
final class FeedController {

  private static final ConversationFeed.View VIEW =
      new ConversationFeed.View(ConversationView::of, ConversationView::withoutMessages);

  private final ConversationReader conversations;
  private final ConversationFeed feed;

  FeedController(ConversationReader conversations, ConversationFeed feed) {
    this.conversations = conversations;
    this.feed = feed;
  }

  /**
   * Server-sent events: {@code snapshot} with the whole conversation, then for every input its
   * {@code message}s and one {@code patch} (RFC 6902) of everything but {@code messages}, with the
   * new revision as {@code id}. With {@code Last-Event-ID} it goes on after that revision instead
   * of sending a snapshot. A message comes again, under the same id, when it has been taken back,
   * and may do so after a resume.
   */
  @GetMapping(
      path = "/api/v1/conversations/{id}/feed",
      produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Flux<ServerSentEvent<JsonNode>> feed(
      @PathVariable String id,
      Caller caller,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
    return feed.of(conversations.find(caller.workspace(), id), lastEventId, VIEW);
  }
}
