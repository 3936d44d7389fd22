package rapport.lead.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.lead.site.PageText;
import rapport.lead.site.SitePage;
import rapport.lead.site.SitePage.State;
import rapport.lead.site.SitePage.Validators;
import rapport.runtime.store.JsonDocuments;
import rapport.runtime.store.WorkspaceCollection.Write;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The pages of sites; what they say lies apart, so that lists of them stay light. */
@Component
public final class Pages {

  private final Collections collections;

  Pages(Collections collections) {
    this.collections = collections;
  }

  /** All pages of a site, those that are there no more among them. */
  public Flux<SitePage> all(String workspace, String site) {
    return collections
        .pages()
        .flatMapMany(all -> all.find(workspace, eq("site", site), Sorts.ascending("page")))
        .map(Pages::read);
  }

  /**
   * Pages of one crawl, by id.
   *
   * @param state only those of that state
   * @param after the id of the last page that was seen
   */
  public Flux<SitePage> list(
      String workspace,
      String site,
      int crawl,
      @Nullable State state,
      @Nullable String after,
      int limit) {
    var filters = new ArrayList<>(List.of(eq("site", site), eq("crawl", crawl)));
    if (state != null) {
      filters.add(eq("state", state.wire()));
    }
    if (after != null) {
      filters.add(gt("page", after));
    }
    return collections
        .pages()
        .flatMapMany(all -> all.find(workspace, and(filters), Sorts.ascending("page"), limit))
        .map(Pages::read);
  }

  /** The pages of one crawl that were asked for last, the newest first. */
  public Flux<SitePage> latest(String workspace, String site, int crawl, int limit) {
    var filter = and(eq("site", site), eq("crawl", crawl), Filters.ne("readAt", null));
    return collections
        .pages()
        .flatMapMany(all -> all.find(workspace, filter, Sorts.descending("readAt", "page"), limit))
        .map(Pages::read);
  }

  /** Stores pages as they are now. */
  public Mono<Void> save(String workspace, String site, Collection<SitePage> pages) {
    var writes =
        pages.stream()
            .map(page -> {
              var at = eq(key(workspace, site, page.id()));
              return (Write) new Write.Upsert(workspace, at, update(site, page));
            })
            .toList();
    return collections.pages().flatMap(all -> all.writeAll(writes)).then();
  }

  /** Stores what a page says. */
  public Mono<Void> saveText(String workspace, String site, String page, PageText text) {
    var update = combine(set("site", site), set("page", page), set("text", JsonDocuments.of(text)));
    return collections
        .pageTexts()
        .flatMap(all -> all.upsert(workspace, eq(key(workspace, site, page)), update));
  }

  /** What a page said when it was read last; empty when it never was. */
  public Mono<PageText> text(String workspace, String site, String page) {
    return texts(workspace, site, List.of(page)).next();
  }

  /** What these pages say, in their order. */
  public Flux<PageText> texts(String workspace, String site, List<String> pages) {
    var keys = pages.stream().map(page -> key(workspace, site, page)).toList();
    return collections
        .pageTexts()
        .flatMapMany(all -> all.find(workspace, in("_id", keys), Sorts.ascending("_id")))
        .collectMap(document -> document.getString("page"), Pages::readText)
        .flatMapMany(texts -> Flux.fromIterable(pages).mapNotNull(texts::get));
  }

  private static PageText readText(Document document) {
    return JsonDocuments.read(document.get("text", Document.class), PageText.class);
  }

  /** Forgets all pages of a site. */
  public Mono<Void> forget(String workspace, String site) {
    var all = eq("site", site);
    return collections
        .pageTexts()
        .flatMap(texts -> texts.deleteAll(workspace, all))
        .then(collections.pages())
        .flatMap(pages -> pages.deleteAll(workspace, all))
        .then();
  }

  private static Bson update(String site, SitePage page) {
    var validators = page.validators();
    return combine(
        set("site", site),
        set("page", page.id()),
        set("url", page.url()),
        set("depth", page.depth()),
        set("crawl", page.crawl()),
        set("state", page.state().wire()),
        set("attempts", page.attempts()),
        set("title", page.title()),
        set("words", page.words()),
        set("httpStatus", page.httpStatus()),
        set("detail", page.detail()),
        set("etag", validators.etag()),
        set("lastModified", validators.lastModified()),
        set("hash", validators.hash()),
        set("readAt", page.readAt() == null ? null : Date.from(page.readAt())));
  }

  private static SitePage read(Document document) {
    var readAt = document.getDate("readAt");
    return new SitePage(
        document.getString("page"),
        document.getString("url"),
        document.getInteger("depth"),
        document.getInteger("crawl"),
        State.valueOf(document.getString("state").toUpperCase(Locale.ROOT)),
        document.getInteger("attempts"),
        document.getString("title"),
        document.getInteger("words"),
        document.getInteger("httpStatus"),
        document.getString("detail"),
        new Validators(
            document.getString("etag"),
            document.getString("lastModified"),
            document.getString("hash")),
        readAt == null ? null : readAt.toInstant());
  }

  private static String key(String workspace, String site, String page) {
    return workspace + "/" + site + "/" + page;
  }
}
