package rapport.lead.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.bson.Document;
import org.springframework.stereotype.Component;
import rapport.lead.site.CrawlProblem;
import rapport.lead.site.Site;
import rapport.lead.site.Site.Counts;
import rapport.lead.site.Site.Crawl;
import rapport.lead.site.Site.Limits;
import rapport.lead.site.Site.Stage;
import rapport.lead.site.SiteScope;
import rapport.lead.site.Technology;
import rapport.runtime.feed.Feeds;
import rapport.runtime.store.DuplicateKeyException;
import rapport.runtime.store.JsonDocuments;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The sites of workspaces. A site that is being read is due at a time; whoever reads it next puts
 * that off first, so that no two do.
 */
@Component
public final class Sites {

  /** A site to be read on. */
  public record Due(String workspace, Site site) {

    /** Unique among all sites. */
    public String key() {
      return Sites.key(workspace, site.id());
    }
  }

  private final Collections collections;
  private final Feeds feeds;

  Sites(Collections collections, Feeds feeds) {
    this.collections = collections;
    this.feeds = feeds;
  }

  /** What {@link Feeds} call a site. */
  public static String key(String workspace, String site) {
    return workspace + "/site:" + site;
  }

  /** All of a workspace, by id. */
  public Flux<Site> all(String workspace) {
    return collections
        .sites()
        .flatMapMany(all -> all.find(workspace, Filters.empty(), Sorts.ascending("site")))
        .map(Sites::read);
  }

  /** Empty when there is none of that id. */
  public Mono<Site> find(String workspace, String id) {
    return collections
        .sites()
        .flatMap(all -> all.findOne(workspace, eq(id(workspace, id))))
        .map(Sites::read);
  }

  /** What the site of that host is made with, as far as it was read; nothing for other hosts. */
  Mono<List<Technology>> technologies(String workspace, String host) {
    return collections
        .sites()
        .flatMapMany(all -> all.find(workspace, eq("hosts", host), Sorts.ascending("site")))
        .concatMapIterable(site -> read(site).crawl().technologies())
        .distinct(Technology::name)
        .collectList();
  }

  /**
   * Adds a site, to be read at once.
   *
   * @return fails with {@link DuplicateKeyException} when its id is taken
   */
  public Mono<Site> add(String workspace, Site site) {
    return collections
        .sites()
        .flatMap(all -> all.insert(workspace, document(workspace, site, site.createdAt())))
        .thenReturn(site);
  }

  /**
   * Puts a site in the place of the one a revision before it.
   *
   * @param due when to read on
   * @return empty when the site has moved meanwhile, or is there no more
   */
  public Mono<Site> save(String workspace, Site site, Instant due) {
    return collections
        .sites()
        .flatMap(all ->
            all.replace(
                workspace,
                and(eq(id(workspace, site.id())), eq("rev", site.rev() - 1)),
                document(workspace, site, due)))
        .filter(replaced -> replaced)
        .doOnNext(_ -> feeds.changed(key(workspace, site.id())))
        .map(_ -> site);
  }

  /** Forgets a site; false when there was none. */
  public Mono<Boolean> forget(String workspace, String id) {
    return collections
        .sites()
        .flatMap(all -> all.delete(workspace, eq(id(workspace, id))))
        .doOnNext(_ -> feeds.changed(key(workspace, id)));
  }

  /** Sites to be read on, those that wait longest first. */
  public Flux<Due> due(Instant now, int limit) {
    var filter = and(eq("running", true), lte("due", Date.from(now)));
    return collections
        .sites()
        .flatMapMany(all -> all.acrossWorkspaces(filter, Sorts.ascending("due"), limit))
        .map(document -> new Due(document.getString("workspace"), read(document)));
  }

  /** When the next site is due; empty when none is being read. */
  public Mono<Instant> nextDue() {
    return collections
        .sites()
        .flatMapMany(all -> all.acrossWorkspaces(eq("running", true), Sorts.ascending("due"), 1))
        .next()
        .map(document -> document.getDate("due").toInstant());
  }

  /** Takes a site until then; false when somebody else has. */
  public Mono<Boolean> claim(Due site, Instant now, Instant until) {
    var free =
        and(
            eq(id(site.workspace(), site.site().id())),
            eq("rev", site.site().rev()),
            lte("due", Date.from(now)));
    return collections
        .sites()
        .flatMap(all -> all.update(site.workspace(), free, set("due", Date.from(until))));
  }

  private static Document document(String workspace, Site site, Instant due) {
    var crawl = site.crawl();
    return new Document("_id", id(workspace, site.id()))
        .append("site", site.id())
        .append("url", site.url())
        .append("hosts", site.scope().hosts())
        .append("pages", site.limits().pages())
        .append("depth", site.limits().depth())
        .append("rev", site.rev())
        .append("by", site.by())
        .append("createdAt", Date.from(site.createdAt()))
        .append("running", !crawl.stage().isOver())
        .append("due", Date.from(due))
        .append("crawl", document(crawl));
  }

  private static Document document(Crawl crawl) {
    return new Document("number", crawl.number())
        .append("stage", crawl.stage().wire())
        .append("startedAt", Date.from(crawl.startedAt()))
        .append("finishedAt", crawl.finishedAt() == null ? null : Date.from(crawl.finishedAt()))
        .append("counts", JsonDocuments.of(crawl.counts()))
        .append("problems", crawl.problems().stream().map(JsonDocuments::of).toList())
        .append("technologies", crawl.technologies().stream().map(JsonDocuments::of).toList())
        .append("proposed", crawl.proposed())
        .append("suggested", crawl.suggested());
  }

  private static Site read(Document document) {
    return new Site(
        document.getString("site"),
        document.getString("url"),
        new SiteScope(document.getList("hosts", String.class)),
        new Limits(document.getInteger("pages"), document.getInteger("depth")),
        document.getLong("rev"),
        document.getString("by"),
        document.getDate("createdAt").toInstant(),
        crawl(Objects.requireNonNull(document.get("crawl", Document.class))));
  }

  private static Crawl crawl(Document crawl) {
    var finishedAt = crawl.getDate("finishedAt");
    return new Crawl(
        crawl.getInteger("number"),
        Stage.valueOf(crawl.getString("stage").toUpperCase(Locale.ROOT)),
        crawl.getDate("startedAt").toInstant(),
        finishedAt == null ? null : finishedAt.toInstant(),
        JsonDocuments.read(crawl.get("counts", Document.class), Counts.class),
        crawl.getList("problems", Document.class).stream()
            .map(each -> JsonDocuments.read(each, CrawlProblem.class))
            .toList(),
        crawl.getList("technologies", Document.class).stream()
            .map(each -> JsonDocuments.read(each, Technology.class))
            .toList(),
        crawl.getInteger("proposed"),
        crawl.getInteger("suggested"));
  }

  private static String id(String workspace, String site) {
    return workspace + "/" + site;
  }
}
