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
import rapport.profile.record.RecordKind;
import rapport.profile.store.RecordQuery;
import rapport.profile.store.Records;
import rapport.profile.store.StoredRecord;
import rapport.runtime.feed.Feeds;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import reactor.core.publisher.Flux;

/**
 * Tells live which records of the workspace changed: server-sent events named {@code changed} with
 * {@code {id, rev}}, from the moment of connecting. After a break read the list again.
 */
@RestController
@Allow
final class RecordFeed {

  /** How late a change may reach this service and still be told. */
  private static final Duration OVERLAP = Duration.ofMinutes(2);

  /** A record that changed, and the conversation's revision it stands at. */
  record Changed(String id, long rev) {}

  /** Sent at once, so that the client knows from when on it hears of changes. */
  private static final ServerSentEvent<Changed> WATCHING =
      ServerSentEvent.<Changed>builder().comment("watching").build();

  private final Records records;
  private final Feeds feeds;

  RecordFeed(Records records, Feeds feeds) {
    this.records = records;
    this.feeds = feeds;
  }

  @GetMapping(path = "/api/v1/profiles/feed", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Flux<ServerSentEvent<Changed>> profiles(Caller caller) {
    return feed(RecordKind.PROFILE, caller);
  }

  @GetMapping(path = "/api/v1/buying-processes/feed", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Flux<ServerSentEvent<Changed>> buyingProcesses(Caller caller) {
    return feed(RecordKind.BUYING_PROCESS, caller);
  }

  private Flux<ServerSentEvent<Changed>> feed(RecordKind kind, Caller caller) {
    return feeds.serve(
        Flux.defer(() -> {
          var watch = new Watch(kind, caller.workspace());
          return feeds
              .changes(Records.listKey(kind, caller.workspace()))
              .concatMap(_ -> watch.news());
        }));
  }

  /** What one client knows: how new each record was when it was told last. */
  private final class Watch {
    private final RecordKind kind;
    private final String workspace;
    private final Map<String, Instant> known = new HashMap<>();
    private @Nullable Instant newest;

    Watch(RecordKind kind, String workspace) {
      this.kind = kind;
      this.workspace = workspace;
    }

    /** What changed since the last call; the first call only notes how things are. */
    Flux<ServerSentEvent<Changed>> news() {
      var told = newest;
      var recent =
          told == null
              ? records.list(kind, workspace, RecordQuery.ALL, null, Limits.MOST_ITEMS)
              : records.changedSince(kind, workspace, told.minus(OVERLAP), Limits.MOST_ITEMS);
      return recent
          .collectList()
          .flatMapIterable(it -> noted(it, told == null ? List.of(WATCHING) : changed(it)));
    }

    private List<ServerSentEvent<Changed>> changed(List<StoredRecord> recent) {
      return recent.stream()
          .filter(stored -> !stored.lastUpdatedAt().equals(known.get(stored.id())))
          .sorted(Comparator.comparing(StoredRecord::lastUpdatedAt))
          .map(stored -> new Changed(stored.id(), stored.rev()))
          .map(changed -> ServerSentEvent.<Changed>builder(changed).event("changed").build())
          .toList();
    }

    private List<ServerSentEvent<Changed>> noted(
        List<StoredRecord> recent, List<ServerSentEvent<Changed>> news) {
      recent.forEach(stored -> known.put(stored.id(), stored.lastUpdatedAt()));
      newest = recent.isEmpty() ? Instant.EPOCH.plus(OVERLAP) : recent.getFirst().lastUpdatedAt();
      return news;
    }
  }
}
