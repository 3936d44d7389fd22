package rapport.embedding;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An embedder that is there a moment after the start: it loads on a thread of its own, and until
 * then, or for ever when the machine cannot run it, whoever asks does without.
 */
public final class LateEmbedder implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LateEmbedder.class);
  private static final int REMEMBERED_TEXTS = 2_000;

  private @Nullable BgeSmall model;
  private boolean closed;
  private volatile Optional<Embedder> ready = Optional.empty();

  private LateEmbedder() {}

  /** Begins to load {@link BgeSmall} and returns at once. */
  public static LateEmbedder start() {
    return start(BgeSmall::load);
  }

  static LateEmbedder start(Supplier<BgeSmall> loader) {
    var late = new LateEmbedder();
    Thread.ofPlatform().name("embedding-load").daemon().start(() -> late.load(loader));
    return late;
  }

  /** The embedder as soon as it is loaded and until it is closed; never waits. */
  public Optional<Embedder> ready() {
    return ready;
  }

  private void load(Supplier<BgeSmall> loader) {
    try {
      take(loader.get());
    } catch (EmbeddingUnavailableException failure) {
      log.warn("There is no embedding model: language is understood by words alone.", failure);
    }
  }

  private synchronized void take(BgeSmall loaded) {
    if (closed) {
      loaded.close();
    } else {
      model = loaded;
      ready = Optional.of(new RememberingEmbedder(loaded, REMEMBERED_TEXTS));
    }
  }

  /** Frees the model, now or as soon as it is loaded. May be called again. */
  @Override
  public synchronized void close() {
    closed = true;
    ready = Optional.empty();
    if (model != null) {
      model.close();
    }
  }
}
