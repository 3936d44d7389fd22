package rapport.profile.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import rapport.profile.api.ChangeWatch.FeedChange;
import rapport.profile.record.RecordKind;
import rapport.profile.store.RecordQuery;
import rapport.profile.store.Records;
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

  private final Records records;
  private final Feeds feeds;

  RecordFeed(Records records, Feeds feeds) {
    this.records = records;
    this.feeds = feeds;
  }

  @GetMapping(path = "/api/v1/profiles/feed", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Flux<ServerSentEvent<FeedChange>> profiles(Caller caller) {
    return feed(RecordKind.PROFILE, caller);
  }

  @GetMapping(path = "/api/v1/buying-processes/feed", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Flux<ServerSentEvent<FeedChange>> buyingProcesses(Caller caller) {
    return feed(RecordKind.BUYING_PROCESS, caller);
  }

  private Flux<ServerSentEvent<FeedChange>> feed(RecordKind kind, Caller caller) {
    var workspace = caller.workspace();
    return feeds.serve(
        Flux.defer(() -> {
          var watch = new ChangeWatch(since -> recent(kind, workspace, since));
          return feeds.changes(Records.listKey(kind, workspace)).concatMap(_ -> watch.news());
        }));
  }

  private Flux<ChangeWatch.Seen> recent(
      RecordKind kind, String workspace, @Nullable Instant since) {
    var recent =
        since == null
            ? records.list(kind, workspace, RecordQuery.ALL, null, Limits.MOST_ITEMS)
            : records.changedSince(kind, workspace, since, Limits.MOST_ITEMS);
    return recent.map(
        stored -> new ChangeWatch.Seen(stored.id(), stored.rev(), stored.lastUpdatedAt()));
  }
}
