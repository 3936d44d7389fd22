package rapport.integrations.api;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.contracts.WireMessage;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.outbox.NewsOutbox;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** Events for readers of {@code rapport.integration.events} that missed some. */
@RestController
@Allow(value = Role.ADMIN, kinds = Caller.Kind.SERVICE)
final class EventsController {

  private final NewsOutbox connectionNews;
  private final NewsOutbox recordNews;

  EventsController(NewsOutbox connectionNews, NewsOutbox recordNews) {
    this.connectionNews = connectionNews;
    this.recordNews = recordNews;
  }

  /**
   * The events of a record or a connection, from one revision to another, both included; those that
   * do not exist are left out. An old one is told as the one after it, which says all it said.
   */
  @GetMapping("/internal/workspaces/{workspace}/streams/{stream}/events")
  Mono<List<WireMessage>> events(
      @PathVariable String workspace,
      @PathVariable String stream,
      @RequestParam long from,
      @RequestParam long to) {
    if (from < 1 || to < from) {
      throw Problem.of(HttpStatus.BAD_REQUEST, "bad-range", "1 <= from <= to, please.");
    }
    return connectionNews
        .between(workspace, stream, from, to)
        .switchIfEmpty(recordNews.between(workspace, stream, from, to))
        .collectList();
  }
}
