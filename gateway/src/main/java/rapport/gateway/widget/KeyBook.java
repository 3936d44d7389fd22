package rapport.gateway.widget;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The keys that can be used at the moment, remembered for a few seconds. */
@Component
class KeyBook {
  private final WidgetKeys keys;
  private final Duration remembered;
  private volatile Mono<Pages> pages;

  KeyBook(WidgetKeys keys, WidgetSettings settings) {
    this.keys = keys;
    this.remembered = settings.cached();
    this.pages = read();
  }

  /** What is written in the book. */
  record Pages(Map<String, WidgetKey> keys, List<String> origins) {
    /** The key, when it is there and enabled. */
    Optional<WidgetKey> key(@Nullable String id) {
      return id == null ? Optional.empty() : Optional.ofNullable(keys.get(id));
    }

    /** Whether any key may be used from there. */
    boolean allow(String origin) {
      return Origins.allow(origins, origin);
    }
  }

  /** What the book says. */
  Mono<Pages> pages() {
    return Mono.defer(() -> pages);
  }

  /** Looks into the store again: a key has changed. */
  void forget() {
    pages = read();
  }

  private Mono<Pages> read() {
    return keys.enabled()
        .collect(Collectors.toUnmodifiableMap(WidgetKey::id, Function.identity()))
        .map(found ->
            new Pages(
                found,
                found.values().stream().flatMap(key -> key.origins().stream()).distinct().toList()))
        .cache(_ -> remembered, _ -> Duration.ZERO, () -> Duration.ZERO);
  }
}
