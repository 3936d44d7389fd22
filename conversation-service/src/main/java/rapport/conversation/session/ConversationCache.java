package rapport.conversation.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Conversations folded lately. It may be behind the log: a write on top of it then fails in the log
 * and is tried again, and a read asks the log for what is newer.
 */
@Component
final class ConversationCache {

  /** What a message takes with its replies and their buttons, as measured. */
  private static final long BYTES = 2 * 1024;

  /** A tenth of the memory: with much more the collector is busy whenever many people talk. */
  private static final long MOST_MESSAGES = Runtime.getRuntime().maxMemory() / 10 / BYTES;

  private final Cache<String, Conversation> conversations =
      Caffeine.newBuilder()
          .maximumWeight(MOST_MESSAGES)
          .weigher((String _, Conversation kept) -> 1 + kept.messages().size())
          .expireAfterAccess(Duration.ofMinutes(30))
          .build();

  Optional<Conversation> get(String streamKey) {
    return Optional.ofNullable(conversations.getIfPresent(streamKey));
  }

  void put(Conversation conversation) {
    conversations
        .asMap()
        .merge(
            conversation.streamKey(),
            conversation,
            (kept, newer) -> newer.seq() >= kept.seq() ? newer : kept);
  }
}
