package rapport.profile.account.api;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.contracts.WireMessage;
import rapport.profile.account.store.AccountNews;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller.Kind;
import rapport.runtime.identity.Role;
import rapport.runtime.outbox.NewsOutbox;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Signals for readers of the topic that missed some. */
@RestController
@Allow(value = Role.ADMIN, kinds = Kind.SERVICE)
final class SignalsController {

  private final AccountNews news;
  private final NewsOutbox privacyNews;

  SignalsController(AccountNews news, NewsOutbox privacyNews) {
    this.news = news;
    this.privacyNews = privacyNews;
  }

  /**
   * The signals of an account, or what was told of a privacy request, as they are on the topic,
   * both revisions included.
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
    return Flux.concat(
            news.signals(workspace, stream, from, to),
            privacyNews.between(workspace, stream, from, to))
        .collectList();
  }
}
