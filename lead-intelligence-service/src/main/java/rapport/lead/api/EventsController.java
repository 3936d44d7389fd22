package rapport.lead.api;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.contracts.WireMessage;
import rapport.lead.store.ToldEvents;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** Events for readers of the topic that missed some. */
@RestController
@Allow(value = Role.ADMIN, kinds = Caller.Kind.SERVICE)
final class EventsController {

  private static final long MOST = 1_000;

  private final ToldEvents events;

  EventsController(ToldEvents events) {
    this.events = events;
  }

  /**
   * The events of a conversation or a lead as they are on the topic, from one revision to another,
   * both included; those that do not exist, or are older than the topic keeps them, are left out.
   */
  @GetMapping("/internal/workspaces/{workspace}/streams/{stream}/events")
  Mono<List<WireMessage>> events(
      @PathVariable String workspace,
      @PathVariable String stream,
      @RequestParam long from,
      @RequestParam long to) {
    if (from < 1 || to < from || to - from >= MOST) {
      throw Problem.of(
          HttpStatus.BAD_REQUEST, "bad-range", "1 <= from <= to < from + 1000, please.");
    }
    return events.between(workspace, stream, from, to);
  }
}
