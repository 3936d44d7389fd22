package rapport.profile.api;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import rapport.profile.api.ChangeWatch.FeedChange;
import rapport.profile.store.People;
import rapport.runtime.feed.Feeds;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import reactor.core.publisher.Flux;

/**
 * Tells live which people of the workspace changed: server-sent events named {@code changed} with
 * {@code {id, rev}}, from the moment of connecting. After a break read the list again.
 */
@RestController
@Allow
final class PeopleFeed {

  private final People people;
  private final Feeds feeds;

  PeopleFeed(People people, Feeds feeds) {
    this.people = people;
    this.feeds = feeds;
  }

  @GetMapping(path = "/api/v1/people/feed", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Flux<ServerSentEvent<FeedChange>> people(Caller caller) {
    var workspace = caller.workspace();
    return feeds.serve(
        Flux.defer(() -> {
          var watch = new ChangeWatch(since -> recent(workspace, since));
          return feeds.changes(People.listKey(workspace)).concatMap(_ -> watch.news());
        }));
  }

  private Flux<ChangeWatch.Seen> recent(String workspace, @Nullable Instant since) {
    var recent =
        since == null
            ? people.list(workspace, People.Wanted.EVERYBODY, null, Limits.MOST_ITEMS)
            : people.changedSince(workspace, since, Limits.MOST_ITEMS);
    return recent.map(person ->
        new ChangeWatch.Seen(
            person.id(), person.rev(), Objects.requireNonNull(person.changedAt())));
  }
}
