package rapport.conversation.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.conversation.session.Commit;
import rapport.runtime.outbox.OutboxEntry;
import rapport.runtime.store.DocumentStore;
import rapport.testkit.EmbeddedStore;
import reactor.core.publisher.Flux;

/** Which commits still have to be told, of which conversations. */
class MongoConversationLogTest {

  private static final MongoClient CLIENT = MongoClients.create(EmbeddedStore.shared().uri());

  private final MongoConversationLog log =
      new MongoConversationLog(new DocumentStore(CLIENT, "log-" + UUID.randomUUID()));

  @AfterAll
  static void close() {
    CLIENT.close();
  }

  @BeforeEach
  void threeConversations() {
    for (var stream : List.of("c.1", "c.10", "c1")) {
      assertThat(log.append(commit(stream)).block()).isTrue();
    }
  }

  @Test
  void those_asked_for_are_told_of() {
    assertThat(streams(log.unpublished(Set.of("acme/c.1", "acme/c1"), 10)))
        .containsExactlyInAnyOrder("acme/c.1", "acme/c1");
  }

  @Test
  void those_not_asked_for_are_passed_over() {
    assertThat(streams(log.unpublishedBut(Set.of("acme/c.1"), 10)))
        .containsExactlyInAnyOrder("acme/c.10", "acme/c1");
    assertThat(streams(log.unpublishedBut(Set.of("acme/c.1", "acme/c1"), 10)))
        .containsExactly("acme/c.10");
    assertThat(streams(log.unpublishedBut(Set.of(), 2))).hasSize(2);
  }

  private static List<String> streams(Flux<OutboxEntry> entries) {
    return requireNonNull(entries.map(OutboxEntry::streamKey).collectList().block());
  }

  private static Commit commit(String stream) {
    return new Commit(
        "acme",
        stream,
        1,
        1,
        "m-1",
        "",
        Instant.EPOCH,
        null,
        null,
        Map.of(),
        List.of(new MessageReceived("m-1", "hello")),
        List.of(),
        "");
  }
}
