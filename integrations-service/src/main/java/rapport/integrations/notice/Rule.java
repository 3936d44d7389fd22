package rapport.integrations.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of what.
 *
 * @param every what happens within so long is told together at its end; zero tells at once
 * @param locale of the language to tell it in
 * @param rev counts its changes
 */
public record Rule(
    String id,
    String name,
    boolean enabled,
    Set<Occasion> occasions,
    List<Channel> channels,
    Duration every,
    @Nullable Quiet quiet,
    String locale,
    Instant createdAt,
    Instant changedAt,
    long rev) {

  public Rule {
    occasions = Set.copyOf(occasions);
    channels = List.copyOf(channels);
  }

  /** Whether it asks for that. */
  public boolean wants(Occasion occasion) {
    return enabled && occasions.contains(occasion);
  }

  /** When something that happens now is told. */
  public Instant due(Instant now) {
    var gathered = every.isZero() ? now : endOfWindow(now);
    return quiet == null ? gathered : quiet.after(gathered);
  }

  private Instant endOfWindow(Instant now) {
    var length = every.toMillis();
    return Instant.ofEpochMilli((now.toEpochMilli() / length + 1) * length);
  }
}
