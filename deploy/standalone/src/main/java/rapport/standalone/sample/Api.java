package rapport.standalone.sample;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import rapport.standalone.client.RapportClient;
import rapport.standalone.client.UnexpectedAnswer;
import tools.jackson.databind.JsonNode;

/** Rapport's interface for somebody who has much to tell and time to wait. */
final class Api {

  private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int TRIES = 60;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final RapportClient client;

  Api(RapportClient client) {
    this.client = client;
  }

  RapportClient client() {
    return client;
  }

  JsonNode get(String path) {
    return again(() -> client.get(path));
  }

  JsonNode post(String path, Object body) {
    return again(() -> client.post(path, body));
  }

  JsonNode put(String path, Object body) {
    return again(() -> client.put(path, body));
  }

  /** False when it is there already. */
  boolean create(Supplier<JsonNode> request) {
    try {
      again(request);
      return true;
    } catch (UnexpectedAnswer e) {
      if (e.status() == 409) {
        return false;
      }
      throw e;
    }
  }

  /** Asks again while it is too much, or something is away. */
  JsonNode again(Supplier<JsonNode> request) {
    for (int tries = 1; ; tries++) {
      try {
        return request.get();
      } catch (UnexpectedAnswer e) {
        if (!LATER.contains(e.status()) || tries == TRIES) {
          throw e;
        }
      } catch (UncheckedIOException e) {
        if (tries == TRIES) {
          throw e;
        }
      }
      pause();
    }
  }

  /**
   * Asks until the answer is as it has to be.
   *
   * @throws IllegalStateException when it is not for minutes
   */
  JsonNode await(String what, String path, Predicate<JsonNode> reached) {
    var until = System.nanoTime() + PATIENCE.toNanos();
    for (var found = get(path); ; found = get(path)) {
      if (reached.test(found)) {
        return found;
      }
      if (System.nanoTime() > until) {
        throw new IllegalStateException("gave up waiting for " + what);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
