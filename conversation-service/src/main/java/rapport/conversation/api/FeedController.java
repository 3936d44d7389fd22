package rapport.conversation.api;

import com.flipkart.zjsonpatch.Jackson3JsonDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import rapport.conversation.session.ChatMessage;
import rapport.conversation.session.Conversation;
import rapport.conversation.session.ConversationReader;
import rapport.conversation.session.Outcome;
import rapport.runtime.feed.Feeds;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A conversation as it happens. */
@RestController
@Allow
final class FeedController {

  private final ConversationReader conversations;
  private final Feeds feeds;
  private final JsonMapper json;

  FeedController(ConversationReader conversations, Feeds feeds, JsonMapper json) {
    this.conversations = conversations;
    this.feeds = feeds;
    this.json = json;
  }

  /**
   * Server-sent events: {@code snapshot} with the whole conversation, then for every input its
   * {@code message}s and one {@code patch} (RFC 6902) of everything but {@code messages}, with the
   * new revision as {@code id}. With {@code Last-Event-ID} it goes on after that revision instead
   * of sending a snapshot; a message may then come twice, under the same id.
   */
  @GetMapping(
      path = "/api/v1/conversations/{id}/feed",
      produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Flux<ServerSentEvent<JsonNode>> feed(
      @PathVariable String id,
      Caller caller,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
    var workspace = caller.workspace();
    return feeds.serve(
        conversations
            .find(workspace, id)
            .flatMapMany(now ->
                resumed(now, lastEventId)
                    .map(earlier -> follow(earlier, Flux.empty()))
                    .switchIfEmpty(Mono.fromSupplier(() -> follow(now, Flux.just(snapshot(now)))))
                    .flatMapMany(events -> events)));
  }

  private Mono<Conversation> resumed(Conversation now, @Nullable String lastEventId) {
    if (lastEventId == null || !lastEventId.matches("\\d{1,18}")) {
      return Mono.empty();
    }
    var rev = Long.parseLong(lastEventId);
    return conversations
        .asOf(now.workspace(), now.id(), rev)
        .filter(earlier -> earlier.dialogue().rev() == rev);
  }

  private Flux<ServerSentEvent<JsonNode>> follow(
      Conversation from, Flux<ServerSentEvent<JsonNode>> first) {
    var known = new AtomicReference<>(from);
    var changes =
        feeds
            .changes(from.streamKey())
            .concatMap(_ -> Mono.defer(() -> conversations.since(known.get())))
            .concatMapIterable(outcomes -> events(known, outcomes));
    return first.concatWith(changes);
  }

  private List<ServerSentEvent<JsonNode>> events(
      AtomicReference<Conversation> known, List<Outcome> outcomes) {
    var events = new ArrayList<ServerSentEvent<JsonNode>>();
    for (var outcome : outcomes) {
      var before = known.get();
      var after = outcome.conversation();
      after.messages().stream()
          .skip(before.messages().size())
          .forEach(message -> events.add(message(message)));
      events.add(patch(before, after));
      known.set(after);
    }
    return events;
  }

  private ServerSentEvent<JsonNode> snapshot(Conversation conversation) {
    return ServerSentEvent.<JsonNode>builder(json.valueToTree(ConversationView.of(conversation)))
        .event("snapshot")
        .id(Long.toString(conversation.dialogue().rev()))
        .build();
  }

  private ServerSentEvent<JsonNode> message(ChatMessage message) {
    return ServerSentEvent.<JsonNode>builder(json.valueToTree(message)).event("message").build();
  }

  private ServerSentEvent<JsonNode> patch(Conversation before, Conversation after) {
    var patch =
        Jackson3JsonDiff.asJson(
            json.valueToTree(ConversationView.withoutMessages(before)),
            json.valueToTree(ConversationView.withoutMessages(after)));
    return ServerSentEvent.<JsonNode>builder(patch)
        .event("patch")
        .id(Long.toString(after.dialogue().rev()))
        .build();
  }
}
