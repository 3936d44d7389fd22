package rapport.conversation.understanding.embedded;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rapport.conversation.flow.FlowTexts;
import rapport.embedding.Embedder;

/**
 * What sentences mean by their likeness to others, as far as that is known: for languages with
 * examples, from the moment a model and the vectors of a flow's texts are loaded.
 */
public final class Likeness {

  private static final Logger log = LoggerFactory.getLogger(Likeness.class);

  private final Supplier<Optional<Embedder>> embedder;
  private final Executor loader;
  private final Cache<FlowTexts, CompletableFuture<Meanings>> loaded =
      Caffeine.newBuilder().weakKeys().build();

  private Likeness(Supplier<Optional<Embedder>> embedder, Executor loader) {
    this.embedder = embedder;
    this.loader = loader;
  }

  /** None: everything is understood by words alone. */
  public static Likeness none() {
    return new Likeness(Optional::empty, Runnable::run);
  }

  /** At once: whoever asks first waits until a flow's texts are loaded. */
  public static Likeness of(Embedder embedder) {
    return new Likeness(() -> Optional.of(embedder), Runnable::run);
  }

  /**
   * In the background: whoever asks before everything is loaded does without.
   *
   * @param embedder present once it is loaded and until it is closed
   */
  public static Likeness late(Supplier<Optional<Embedder>> embedder) {
    return new Likeness(
        embedder, task -> Thread.ofPlatform().name("meanings-load").daemon().start(task));
  }

  Optional<Meanings> of(Language language, FlowTexts texts) {
    return language.examples().commands().isEmpty()
        ? Optional.empty()
        : embedder.get().flatMap(model -> meanings(model, language, texts));
  }

  private Optional<Meanings> meanings(Embedder model, Language language, FlowTexts texts) {
    var load = loaded.get(texts, _ -> load(model, language, texts));
    return load.state() == Future.State.SUCCESS ? Optional.of(load.resultNow()) : Optional.empty();
  }

  private CompletableFuture<Meanings> load(Embedder model, Language language, FlowTexts texts) {
    return CompletableFuture.supplyAsync(
            () -> new Meanings(model, language.examples(), texts), loader)
        .whenComplete((_, failure) -> {
          if (failure != null) {
            log.warn("The texts of {} are understood by words alone.", texts.locale(), failure);
          }
        });
  }
}
