package rapport.conversation.api;

import com.flipkart.zjsonpatch.Jackson3JsonDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import rapport.conversation.session.ChatMessage;
import rapport.conversation.session.Conversation;
import rapport.conversation.session.ConversationReader;
import rapport.runtime.feed.Feeds;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Follows conversations and tells what changes, in whichever view of them. */
@Component
final class ConversationFeed {

  /** Signals that come during a read are merged into one. */
  private static final int NO_PREFETCH = 0;

  private final ConversationReader conversations;
  private final Feeds feeds;
  private final JsonMapper json;

  ConversationFeed(ConversationReader conversations, Feeds feeds, JsonMapper json) {
    this.conversations = conversations;
    this.feeds = feeds;
    this.json = json;
  }

  /**
   * What a reader gets to see of a conversation.
   *
   * @param whole what a snapshot holds
   * @param withoutMessages the same but the messages, which are sent one by one; what patches apply
   *     to
   */
  record View(
      Function<Conversation, Object> whole, Function<Conversation, Object> withoutMessages) {}

  /**
   * The conversation in events: all of it first, or, when {@code lastEventId} is a revision it had,
   * what has come after that; then each change.
   */
  Flux<ServerSentEvent<JsonNode>> of(
      Mono<Conversation> conversation, @Nullable String lastEventId, View view) {
    return feeds.serve(
        conversation.flatMapMany(now ->
            resumed(now, lastEventId)
                .map(earlier -> follow(earlier, Flux.empty(), view))
                .switchIfEmpty(
                    Mono.fromSupplier(() -> follow(now, Flux.just(snapshot(now, view)), view)))
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
      Conversation from, Flux<ServerSentEvent<JsonNode>> first, View view) {
    var known = new AtomicReference<>(from);
    var changes =
        feeds
            .changes(from.streamKey())
            .publishOn(Schedulers.parallel(), 1) // a turn does not wait for those who watch it
            .concatMap(_ -> Flux.defer(() -> since(known, view)), NO_PREFETCH);
    return first.concatWith(changes);
  }

  private Flux<ServerSentEvent<JsonNode>> since(AtomicReference<Conversation> known, View view) {
    return conversations
        .since(known.get())
        .concatMapIterable(after -> events(known.getAndSet(after), after, view));
  }

  private List<ServerSentEvent<JsonNode>> events(
      Conversation before, Conversation after, View view) {
    var events = new ArrayList<ServerSentEvent<JsonNode>>();
    newOrChanged(before.messages(), after.messages()).forEach(said -> events.add(message(said)));
    events.add(patch(before, after, view));
    return events;
  }

  /** A message changes when it is taken back. */
  private static Stream<ChatMessage> newOrChanged(
      List<ChatMessage> before, List<ChatMessage> after) {
    return IntStream.range(0, after.size())
        .filter(i -> i >= before.size() || !after.get(i).equals(before.get(i)))
        .mapToObj(after::get);
  }

  private ServerSentEvent<JsonNode> snapshot(Conversation conversation, View view) {
    return ServerSentEvent.<JsonNode>builder(json.valueToTree(view.whole().apply(conversation)))
        .event("snapshot")
        .id(Long.toString(conversation.dialogue().rev()))
        .build();
  }

  private ServerSentEvent<JsonNode> message(ChatMessage message) {
    return ServerSentEvent.<JsonNode>builder(json.valueToTree(message)).event("message").build();
  }

  private ServerSentEvent<JsonNode> patch(Conversation before, Conversation after, View view) {
    var patch =
        Jackson3JsonDiff.asJson(
            json.valueToTree(view.withoutMessages().apply(before)),
            json.valueToTree(view.withoutMessages().apply(after)));
    return ServerSentEvent.<JsonNode>builder(patch)
        .event("patch")
        .id(Long.toString(after.dialogue().rev()))
        .build();
  }
}
