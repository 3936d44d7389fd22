package rapport.gateway.widget;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import rapport.runtime.store.DuplicateKeyException;
import reactor.core.publisher.Mono;

/**
 * The key of the demo pages, made on the first start of a workspace that has no key. It works on
 * pages of this machine only; whoever disables it has no demo.
 */
@Component
public class DemoKey {
  private static final List<String> THIS_MACHINE =
      List.of("http://localhost:*", "http://127.0.0.1:*");

  private final WidgetKeys keys;
  private final KeyBook book;
  private final WidgetSettings settings;
  private final Clock clock;

  DemoKey(WidgetKeys keys, KeyBook book, WidgetSettings settings, Clock clock) {
    this.keys = keys;
    this.book = book;
    this.settings = settings;
    this.clock = clock;
  }

  /** May run any number of times. */
  Mono<Void> ensure() {
    return keys.prepare()
        .thenMany(keys.of(settings.workspace()))
        .hasElements()
        .filter(any -> settings.demo() && !any)
        .flatMap(_ -> keys.add(fresh()))
        .doOnSuccess(_ -> book.forget())
        .onErrorComplete(DuplicateKeyException.class);
  }

  /** Whether there shall be demo pages. */
  public boolean wanted() {
    return settings.demo();
  }

  /** The id of the key; empty when there is none that can be used. */
  public Mono<String> id() {
    return keys.of(settings.workspace())
        .filter(key -> key.local() && key.enabled())
        .next()
        .map(WidgetKey::id);
  }

  private WidgetKey fresh() {
    return new WidgetKey(
        WidgetKeyController.newId(),
        settings.workspace(),
        "Demo pages on this machine",
        THIS_MACHINE,
        WidgetKey.DEFAULT_FLOW,
        null,
        WidgetTheme.DEFAULT,
        true,
        false,
        null,
        true,
        clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }
}
