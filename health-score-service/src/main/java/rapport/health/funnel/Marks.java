package rapport.health.funnel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When something happened in a conversation, the earliest first, and once for each input. */
public record Marks(List<Mark> all) {

  static final Marks NONE = new Marks(List.of());

  /** More inputs than anybody can take back: with so many, the first is there to stay. */
  private static final int MOST = 32;

  public Marks {
    all = List.copyOf(all);
  }

  boolean any() {
    return !all.isEmpty();
  }

  @Nullable Instant first() {
    return all.isEmpty() ? null : all.getFirst().at();
  }

  /** From the first of one to the first of the other; none without both. */
  static @Nullable Duration between(Marks begin, Marks end) {
    var from = begin.first();
    var to = end.first();
    return from == null || to == null ? null : Duration.between(from, to);
  }

  Marks plus(Mark mark) {
    var known = mark.cause() != null && has(mark.cause());
    return known || all.size() >= MOST
        ? this
        : new Marks(Stream.concat(all.stream(), Stream.of(mark)).toList());
  }

  /** What is left when an input is taken back. */
  Marks without(String cause) {
    return has(cause)
        ? new Marks(all.stream().filter(mark -> !cause.equals(mark.cause())).toList())
        : this;
  }

  private boolean has(String cause) {
    return all.stream().anyMatch(mark -> cause.equals(mark.cause()));
  }
}
