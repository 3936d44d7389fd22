package rapport.profile.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import rapport.runtime.problem.Problem;
import rapport.runtime.store.DocumentStore;
import rapport.testkit.EmbeddedStore;

class ArchivePiecesTest {

  private static final MongoClient CLIENT = MongoClients.create(EmbeddedStore.shared().uri());
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final ArchivePieces pieces =
      new ArchivePieces(
          new DocumentStore(CLIENT, "archive_pieces_test"), Clock.fixed(NOW, ZoneOffset.UTC));
  private final String workspace = "w-" + UUID.randomUUID();

  @AfterAll
  static void close() {
    CLIENT.close();
  }

  @Test
  void are_there_in_their_order_until_they_are_forgotten() {
    pieces.put(workspace, "a-1", "gateway", 1, "two").block();
    pieces.put(workspace, "a-1", "gateway", 0, "one").block();
    assertThat(pieces.of(workspace, "a-1", "gateway", 2).collectList().block())
        .containsExactly("one", "two");

    assertThat(pieces.forgetBefore(NOW.plusSeconds(1)).block()).isEqualTo(2);
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> pieces.of(workspace, "a-1", "gateway", 2).collectList().block())
        .satisfies(gone -> assertThat(gone.code()).isEqualTo("archive-forgotten"))
        .satisfies(gone -> assertThat(gone.status().value()).isEqualTo(410));
  }
}
