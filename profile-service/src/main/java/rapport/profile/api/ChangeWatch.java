package rapport.profile.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;

/** What one client of a feed knows: how new each thing was when it was told last. */
final class ChangeWatch {

  /** How late a change may reach this service and still be told. */
  private static final Duration OVERLAP = Duration.ofMinutes(2);

  /** Sent at once, so that the client knows from when on it hears of changes. */
  private static final ServerSentEvent<FeedChange> WATCHING =
      ServerSentEvent.<FeedChange>builder().comment("watching").build();

  /** Something that changed, and the revision it stands at. */
  record FeedChange(String id, long rev) {}

  /** Something as it was found, and when it changed last. */
  record Seen(String id, long rev, Instant at) {}

  /** Where changes are looked for. */
  @FunctionalInterface
  interface Changes {
    /** What changed at that time or later, the latest first; what there is without a time. */
    Flux<Seen> since(@Nullable Instant since);
  }

  private final Changes changes;
  private final Map<String, Instant> known = new HashMap<>();
  private @Nullable Instant newest;

  ChangeWatch(Changes changes) {
    this.changes = changes;
  }

  /** How many things it remembers. */
  int remembered() {
    return known.size();
  }

  /** What changed since the last call; the first call only notes how things are. */
  Flux<ServerSentEvent<FeedChange>> news() {
    var told = newest;
    return changes
        .since(told == null ? null : told.minus(OVERLAP))
        .collectList()
        .flatMapIterable(it -> noted(it, told == null ? List.of(WATCHING) : changed(it)));
  }

  private List<ServerSentEvent<FeedChange>> changed(List<Seen> recent) {
    return recent.stream()
        .filter(seen -> !seen.at().equals(known.get(seen.id())))
        .sorted(Comparator.comparing(Seen::at))
        .map(seen -> new FeedChange(seen.id(), seen.rev()))
        .map(changed -> ServerSentEvent.<FeedChange>builder(changed).event("changed").build())
        .toList();
  }

  private List<ServerSentEvent<FeedChange>> noted(
      List<Seen> recent, List<ServerSentEvent<FeedChange>> news) {
    recent.forEach(seen -> known.put(seen.id(), seen.at()));
    var before = newest == null ? Instant.EPOCH.plus(OVERLAP) : newest;
    var latest = recent.isEmpty() ? before : recent.getFirst().at();
    newest = latest;
    known.values().removeIf(at -> at.isBefore(latest.minus(OVERLAP))); // it is not met again
    return news;
  }
}
