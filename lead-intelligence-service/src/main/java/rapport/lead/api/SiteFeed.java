package rapport.lead.api;

import com.flipkart.zjsonpatch.Jackson3JsonDiff;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import rapport.lead.store.Sites;
import rapport.runtime.feed.Feeds;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/** How reading a site goes, as it happens. */
@RestController
@Allow({Role.VIEWER, Role.MARKETER, Role.SALES, Role.SUCCESS})
final class SiteFeed {

  private final SiteReading sites;
  private final Feeds feeds;
  private final JsonMapper json;

  SiteFeed(SiteReading sites, Feeds feeds, JsonMapper json) {
    this.sites = sites;
    this.feeds = feeds;
    this.json = json;
  }

  /**
   * Server-sent events: {@code snapshot} with the whole site, then for what changed a {@code patch}
   * (RFC 6902) of it, each with the site's revision as {@code id}. It ends when the site is
   * deleted. After a break connect again: the snapshot has everything.
   */
  @GetMapping(path = "/api/v1/sites/{site}/feed", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Flux<ServerSentEvent<JsonNode>> feed(Caller caller, @PathVariable String site) {
    var workspace = caller.workspace();
    return feeds.serve(
        view(workspace, site)
            .flatMapMany(first -> {
              var known = new AtomicReference<>(first);
              var patches =
                  feeds
                      .changes(Sites.key(workspace, site))
                      .concatMap(
                          _ -> view(workspace, site).onErrorComplete().defaultIfEmpty(gone()))
                      .takeWhile(now -> !now.isNull())
                      .filter(now -> !now.equals(known.get()))
                      .map(now -> event("patch", diff(known.getAndSet(now), now), now));
              return Flux.just(event("snapshot", first, first)).concatWith(patches);
            }));
  }

  private Mono<JsonNode> view(String workspace, String site) {
    return sites
        .found(workspace, site)
        .flatMap(found -> sites.view(workspace, found))
        .map(json::valueToTree);
  }

  private static JsonNode gone() {
    return NullNode.getInstance();
  }

  private static JsonNode diff(JsonNode before, JsonNode after) {
    return Jackson3JsonDiff.asJson(before, after);
  }

  private static ServerSentEvent<JsonNode> event(String name, JsonNode data, JsonNode site) {
    return ServerSentEvent.builder(data).event(name).id(site.path("rev").asString()).build();
  }
}
