package rapport.integrations.store;

import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static org.assertj.core.api.Assertions.assertThat;
import static rapport.testkit.Patience.PATIENCE;

import com.mongodb.reactivestreams.client.MongoClients;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import rapport.runtime.store.DocumentStore;
import rapport.simulators.MovableClock;
import rapport.testkit.EmbeddedStore;
import reactor.core.publisher.Mono;

class CleaningTest {

  private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

  private final MovableClock clock = new MovableClock(START);
  private final List<Instant> dropped = new ArrayList<>();
  private boolean more;
  private final Cleaning cleaning =
      new Cleaning(
          Duration.ofDays(30),
          clock,
          before -> {
            dropped.add(before);
            return Mono.just(more);
          });

  @Test
  void forgets_what_is_too_old_and_looks_again_after_an_hour() {
    clean();
    clock.pass(Duration.ofMinutes(59));
    clean();
    assertThat(dropped).containsExactly(START.minus(Duration.ofDays(30)));

    clock.pass(Duration.ofMinutes(1));
    clean();
    assertThat(dropped).hasSize(2);
  }

  @Test
  void goes_on_while_there_is_more() {
    more = true;
    clean();
    clean();
    assertThat(dropped).hasSize(2);

    more = false;
    clean();
    clean();
    assertThat(dropped).hasSize(3);
  }

  @Test
  void drops_what_is_older_of_every_workspace_and_nothing_else() {
    try (var client = MongoClients.create(EmbeddedStore.shared().uri())) {
      var all = new DocumentStore(client, "cleaning-" + UUID.randomUUID()).collection("things");
      for (var n = 0; n < 3; n++) {
        var thing = new Document("_id", "t-" + n).append("n", n);
        all.insert(n == 0 ? "acme" : "main", thing).block(PATIENCE);
      }
      assertThat(Cleaning.drop(all, lt("n", 2), "n").block(PATIENCE)).as("more").isFalse();
      assertThat(all.acrossWorkspaces(new Document(), ascending("n")).collectList().block(PATIENCE))
          .extracting(left -> left.getString("_id"))
          .containsExactly("t-2");
    }
  }

  private void clean() {
    cleaning.once().block(PATIENCE);
  }
}
