package rapport.health.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import rapport.health.store.Alerts.Stored;

/** What one client of the feed of alerts knows: the latest changes it was told of. */
final class AlertWatch {

  /** How much later than it happened a change may be stored and still be told. */
  private static final Duration OVERLAP = Duration.ofMinutes(2);

  private Instant newest;
  private Map<String, Long> known;

  AlertWatch(Instant begun) {
    this.newest = begun;
    this.known = Map.of();
  }

  /** From when on changes are to be looked for. */
  Instant since() {
    return newest.minus(OVERLAP);
  }

  /** Those it does not know of, in the order in which they changed; it knows of them then. */
  List<Stored> news(List<Stored> recent) {
    var news =
        recent.stream()
            .filter(it -> known.getOrDefault(it.alert().id(), 0L) < it.told())
            .sorted(Comparator.comparing(it -> it.alert().updatedAt()))
            .toList();
    known = recent.stream().collect(Collectors.toMap(it -> it.alert().id(), Stored::told));
    recent.stream()
        .map(it -> it.alert().updatedAt())
        .filter(newest::isBefore)
        .max(Comparator.naturalOrder())
        .ifPresent(at -> newest = at);
    return news;
  }
}
