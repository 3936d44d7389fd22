package rapport.lead.api;

import java.time.Clock;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import rapport.lead.store.Leads;
import rapport.runtime.feed.Feeds;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import reactor.core.publisher.Flux;

/** Leads as they change. */
@RestController
@RequestMapping("/api/v1/leads/feed")
final class LeadFeedController {

  private final Leads leads;
  private final Feeds feeds;
  private final Clock clock;

  LeadFeedController(Leads leads, Feeds feeds, Clock clock) {
    this.leads = leads;
    this.feeds = feeds;
    this.clock = clock;
  }

  /**
   * Server-sent events {@code lead}, each a lead as in the list that has just changed, or did in
   * the seconds before. There is no snapshot: read the list after the feed has begun.
   */
  @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Allow({Role.VIEWER, Role.MARKETER, Role.SALES, Role.SUCCESS})
  Flux<ServerSentEvent<LeadRow>> feed(Caller caller) {
    return Flux.defer(() -> {
      var watch = new LeadWatch(clock.instant());
      return feeds.serve(
          feeds
              .changes(caller.workspace() + "/" + Leads.FEED)
              .concatMap(_ -> news(caller.workspace(), watch), 1));
    });
  }

  private Flux<ServerSentEvent<LeadRow>> news(String workspace, LeadWatch watch) {
    return leads
        .changedSince(workspace, watch.since())
        .filter(it -> watch.isNews(it.lead().id(), it.lead().rev(), it.at()))
        .map(it ->
            ServerSentEvent.builder(LeadRow.of(it.lead()))
                .event("lead")
                .id(it.lead().id() + ":" + it.lead().rev())
                .build());
  }
}
