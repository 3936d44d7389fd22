package rapport.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LateEmbedderTest {

  private static final Duration LONG = Duration.ofMinutes(2);

  @Test
  void does_without_until_the_model_is_loaded() {
    var mayLoad = new CountDownLatch(1);
    try (var late = LateEmbedder.start(() -> loadAfter(mayLoad))) {
      assertThat(late.ready()).isEmpty();
      mayLoad.countDown();
      await().atMost(LONG).until(() -> late.ready().isPresent());
      assertThat(late.ready().orElseThrow().embed("hello")).hasSize(BgeSmall.DIMENSION);
    }
  }

  @Test
  void does_without_for_ever_when_the_model_cannot_be_loaded() {
    var tried = new AtomicBoolean();
    try (var late =
        LateEmbedder.start(() -> {
          tried.set(true);
          throw new EmbeddingUnavailableException("no such machine", new IOException());
        })) {
      await().atMost(LONG).untilTrue(tried);
      assertThat(late.ready()).isEmpty();
    }
  }

  @Test
  void frees_a_model_that_was_loaded_too_late() {
    var mayLoad = new CountDownLatch(1);
    var loaded = new AtomicReference<BgeSmall>();
    var late =
        LateEmbedder.start(() -> {
          loaded.set(loadAfter(mayLoad));
          return loaded.get();
        });
    late.close();
    mayLoad.countDown();
    await().atMost(LONG).until(() -> loaded.get() != null && isClosed(loaded.get()));
    assertThat(late.ready()).isEmpty();
  }

  private static BgeSmall loadAfter(CountDownLatch mayLoad) {
    try {
      mayLoad.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
    return BgeSmall.load();
  }

  private static boolean isClosed(BgeSmall model) {
    try {
      model.embed("hello");
      return false;
    } catch (IllegalStateException closed) {
      return true;
    }
  }
}
