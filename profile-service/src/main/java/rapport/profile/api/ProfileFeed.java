package rapport.profile.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import rapport.profile.store.Profiles;
import rapport.profile.store.StoredProfile;
import rapport.runtime.feed.Feeds;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import reactor.core.publisher.Flux;

/** Tells live which profiles of the workspace changed. */
@RestController
@Allow
final class ProfileFeed {

  /** How late a change may reach this service and still be told. */
  private static final Duration OVERLAP = Duration.ofMinutes(2);

  /** A profile that changed, and the conversation's revision it stands at. */
  record Changed(String id, long rev) {}

  /** Sent at once, so that the client knows from when on it hears of changes. */
  private static final ServerSentEvent<Changed> WATCHING =
      ServerSentEvent.<Changed>builder().comment("watching").build();

  private final Profiles profiles;
  private final Feeds feeds;

  ProfileFeed(Profiles profiles, Feeds feeds) {
    this.profiles = profiles;
    this.feeds = feeds;
  }

  /**
   * Server-sent events named {@code changed} with {@code {id, rev}}, from the moment of connecting.
   * After a break read the list again.
   */
  @GetMapping(path = "/api/v1/profiles/feed", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Flux<ServerSentEvent<Changed>> feed(Caller caller) {
    return feeds.serve(
        Flux.defer(() -> {
          var watch = new Watch(caller.workspace());
          return feeds.changes(Profiles.listKey(caller.workspace())).concatMap(_ -> watch.news());
        }));
  }

  /** What one client knows: how new each profile was when it was told last. */
  private final class Watch {
    private final String workspace;
    private final Map<String, Instant> known = new HashMap<>();
    private @Nullable Instant newest;

    Watch(String workspace) {
      this.workspace = workspace;
    }

    /** What changed since the last call; the first call only notes how things are. */
    Flux<ServerSentEvent<Changed>> news() {
      var told = newest;
      var recent =
          told == null
              ? profiles.list(workspace, "", null, null, Limits.MOST_ITEMS)
              : profiles.changedSince(workspace, told.minus(OVERLAP), Limits.MOST_ITEMS);
      return recent
          .collectList()
          .flatMapIterable(it -> noted(it, told == null ? List.of(WATCHING) : changed(it)));
    }

    private List<ServerSentEvent<Changed>> changed(List<StoredProfile> recent) {
      return recent.stream()
          .filter(stored -> !stored.lastUpdatedAt().equals(known.get(stored.id())))
          .sorted(Comparator.comparing(StoredProfile::lastUpdatedAt))
          .map(stored -> new Changed(stored.id(), stored.rev()))
          .map(changed -> ServerSentEvent.<Changed>builder(changed).event("changed").build())
          .toList();
    }

    private List<ServerSentEvent<Changed>> noted(
        List<StoredProfile> recent, List<ServerSentEvent<Changed>> news) {
      recent.forEach(stored -> known.put(stored.id(), stored.lastUpdatedAt()));
      newest = recent.isEmpty() ? Instant.EPOCH.plus(OVERLAP) : recent.getFirst().lastUpdatedAt();
      return news;
    }
  }
}
