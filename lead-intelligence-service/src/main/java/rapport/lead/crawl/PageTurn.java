package rapport.lead.crawl;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import rapport.lead.site.CrawlProblem;
import rapport.lead.site.PageAddress;
import rapport.lead.site.PageText;
import rapport.lead.site.PageText.Link;
import rapport.lead.site.SiteIds;
import rapport.lead.site.SitePage;
import rapport.lead.site.SitePage.State;
import rapport.lead.site.SitePage.Validators;
import rapport.lead.store.Pages;
import reactor.core.publisher.Mono;

/** Reads one page and stores what it says and where it leads, and only then that it was read. */
@Component
final class PageTurn {

  private static final int MOST_ATTEMPTS = 3;
  private static final int MOST_FAILURES_IN_A_ROW = 9;

  private final PageFetcher fetcher;
  private final Pages pages;

  PageTurn(PageFetcher fetcher, Pages pages) {
    this.fetcher = fetcher;
    this.pages = pages;
  }

  /** Answers how long to pause. */
  Mono<Duration> take(CrawlSession session, SitePage page, Instant now) {
    return fetcher
        .page(session, page)
        .flatMap(answer ->
            switch (answer) {
              case PageAnswer.NotModified(var status) ->
                  pages
                      .text(session.workspace, session.site().id(), page.id())
                      .flatMap(text -> unchanged(session, page, status, text, now))
                      .switchIfEmpty(Mono.defer(() -> askInFull(session, page)));
              case PageAnswer.Page read -> read(session, page, read, now);
              case PageAnswer.NoPage(var status, var detail) ->
                  store(session, List.of(page.without(State.SKIPPED, status, detail, now)));
              case PageAnswer.Refused(var status, var detail) ->
                  store(session, List.of(page.without(State.FAILED, status, detail, now)));
              case PageAnswer.Later later -> later(session, page, later, now);
            });
  }

  /** The text is not there although the page was read: the crawl was stopped in between. */
  private Mono<Duration> askInFull(CrawlSession session, SitePage page) {
    return store(session, List.of(page.withoutValidators()));
  }

  private Mono<Duration> unchanged(
      CrawlSession session, SitePage page, int status, PageText text, Instant now) {
    var changed = new ArrayList<>(found(session, text.links(), page.depth() + 1));
    changed.add(page.unchanged(status, page.validators(), now));
    return store(session, changed);
  }

  private Mono<Duration> read(
      CrawlSession session, SitePage asked, PageAnswer.Page answer, Instant now) {
    session.technologies(answer.uri().toString(), answer.read().technologies());
    var address = PageAddress.of(answer.uri(), answer.uri().toString()).orElseThrow();
    var changed = new ArrayList<SitePage>();
    var page = asked;
    if (!address.id().equals(asked.id())) {
      var where = "It leads to " + answer.uri() + ".";
      changed.add(asked.without(State.SKIPPED, answer.status(), where, now));
      var target = session.frontier.found(List.of(address), asked.depth());
      if (target.isEmpty()) {
        return store(session, changed); // it is read, or will be, on its own
      }
      page = target.getFirst();
    }
    return kept(session, page, answer, changed, now);
  }

  private Mono<Duration> kept(
      CrawlSession session,
      SitePage page,
      PageAnswer.Page answer,
      List<SitePage> changed,
      Instant now) {
    var read = answer.read();
    var text = read.text();
    changed.addAll(found(session, text.links(), page.depth() + 1));
    var other = read.canonical().filter(canonical -> !canonical.id().equals(page.id()));
    if (!read.directives().index()) {
      var why = "It asks not to be indexed (noindex).";
      changed.add(page.without(State.SKIPPED, answer.status(), why, now));
      return store(session, changed);
    }
    if (other.isPresent()) {
      changed.addAll(session.frontier.found(List.of(other.get()), page.depth()));
      var why = "It is the same as " + other.get().uri() + ".";
      changed.add(page.without(State.SKIPPED, answer.status(), why, now));
      return store(session, changed);
    }
    var validators = validators(answer.headers(), text);
    if (validators.hash() != null && validators.hash().equals(page.validators().hash())) {
      changed.add(page.unchanged(answer.status(), validators, now));
      return store(session, changed);
    }
    changed.add(page.read(text, answer.status(), validators, now));
    return pages
        .saveText(session.workspace, session.site().id(), page.id(), text)
        .then(store(session, changed));
  }

  private Mono<Duration> later(
      CrawlSession session, SitePage page, PageAnswer.Later answer, Instant now) {
    if (session.unanswered() > MOST_FAILURES_IN_A_ROW) {
      session.problem(
          new CrawlProblem(
              "not-answering",
              "The site stopped answering. Crawl it again later. Last: " + answer.detail(),
              page.url()));
      return store(
          session,
          session.frontier.all().stream()
              .filter(each -> each.state() == State.WAITING)
              .map(each -> each.without(State.FAILED, answer.status(), answer.detail(), now))
              .toList());
    }
    var next =
        page.attempts() + 1 < MOST_ATTEMPTS
            ? page.onceMore()
            : page.without(State.FAILED, answer.status(), answer.detail(), now);
    return store(session, List.of(next)).thenReturn(answer.pause());
  }

  private static List<SitePage> found(CrawlSession session, List<Link> links, int depth) {
    var addresses =
        links.stream()
            .flatMap(link -> PageAddress.of(URI.create(link.url()), link.url()).stream())
            .toList();
    return session.frontier.found(addresses, depth);
  }

  private static Validators validators(Map<String, String> headers, PageText text) {
    return new Validators(
        headers.get("etag"), headers.get("last-modified"), SiteIds.hash(text.toString()));
  }

  private Mono<Duration> store(CrawlSession session, List<SitePage> changed) {
    return pages
        .save(session.workspace, session.site().id(), changed)
        .then(
            Mono.fromSupplier(() -> {
              changed.forEach(session.frontier::put);
              return Duration.ZERO;
            }));
  }
}
