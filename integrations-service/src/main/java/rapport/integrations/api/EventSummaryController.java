package rapport.integrations.api;

import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import rapport.integrations.activity.EventTally;
import rapport.integrations.store.RecentEvents;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import reactor.core.publisher.Mono;

/** Tells which events a connector or automation could take. Anybody with a role may read. */
@RestController
@Allow
final class EventSummaryController {

  /** An event by its name on the wire, how often it happened, and when last. */
  record Item(String type, long count, Instant last) {}

  /** All events that happened in the workspace, sorted by type. */
  record Summary(List<Item> items) {}

  private final RecentEvents events;

  EventSummaryController(RecentEvents events) {
    this.events = events;
  }

  /** Counts the events of the workspace by type. */
  @GetMapping("/api/v1/integrations/events/summary")
  Mono<Summary> summary(Caller caller) {
    return events
        .all(caller.workspace())
        .reduce(EventTally.NONE, EventTally::plus)
        .map(EventSummaryController::summary);
  }

  private static Summary summary(EventTally tally) {
    return new Summary(
        tally.counts().entrySet().stream()
            .map(entry ->
                new Item(entry.getKey(), entry.getValue().count(), entry.getValue().last()))
            .toList());
  }
}
