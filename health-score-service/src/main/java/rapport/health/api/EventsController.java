package rapport.health.api;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.contracts.WireMessage;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller.Kind;
import rapport.runtime.identity.Role;
import rapport.runtime.outbox.NewsOutbox;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** Events for readers of the topic that missed some. */
@RestController
@Allow(value = Role.ADMIN, kinds = Kind.SERVICE)
final class EventsController {

  private final NewsOutbox accountNews;
  private final NewsOutbox alertNews;

  EventsController(NewsOutbox accountNews, NewsOutbox alertNews) {
    this.accountNews = accountNews;
    this.alertNews = alertNews;
  }

  /**
   * The events of an account or an alert as they are on the topic, from one revision to another,
   * both included; those that do not exist, or are older than the topic keeps them, are left out.
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
    return accountNews
        .between(workspace, stream, from, to)
        .switchIfEmpty(alertNews.between(workspace, stream, from, to))
        .collectList();
  }
}
