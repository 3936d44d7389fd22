package rapport.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static rapport.testkit.Patience.PATIENCE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import rapport.lead.site.PageAddress;
import rapport.lead.site.PageText;
import rapport.lead.site.Site;
import rapport.lead.site.Site.Limits;
import rapport.lead.site.Site.Stage;
import rapport.lead.site.SiteIds;
import rapport.lead.site.SitePage;
import rapport.lead.site.SitePage.Validators;
import rapport.lead.site.SiteScope;
import rapport.lead.store.Pages;
import rapport.lead.store.Sites;
import rapport.runtime.identity.Role;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

class CrawlIT extends RunningService {

  private static final String SITES = "/api/v1/sites";
  private static final String TEXT = "<p>We mend bicycles of every kind in our workshop.</p>";

  private final SiteServer web = SiteServer.shared();

  @Autowired Sites sites;
  @Autowired Pages pages;

  @Test
  void a_crawl_reads_what_it_may_and_never_anything_else() throws IOException {
    var shop = "shop.example";
    web.put(
        shop,
        "/robots.txt",
        200,
        Map.of("Content-Type", "text/plain"),
        """
        User-agent: *
        Disallow: /private
        Sitemap: %s
        Sitemap: http://other.example/sitemap.xml
        """
            .formatted(web.url(shop, "/index.xml")));
    web.put(shop, "/index.xml", 200, Map.of(), index(web.url(shop, "/deep.xml.gz")));
    web.put(
        shop,
        "/deep.xml.gz",
        200,
        Map.of("Content-Type", "application/gzip"),
        zipped(urls(web.url(shop, "/hidden"), web.url("other.example", "/theirs"))));
    web.page(
        shop,
        "/",
        page(
            "Home",
            """
            <a href="/about?utm_source=x">About</a> <a href="/about/">About us</a>
            <a href="/logout">Log out</a> <a href="/cart">Cart</a> <a href="/brochure.pdf">PDF</a>
            <a href="%s">Theirs</a> <a href="/paid" rel="nofollow">Paid</a>
            <a href="/noindex">No index</a> <a href="/silent">Silent</a> <a href="/old">Old</a>
            <a href="/away">Away</a> <a href="/into-private">Private</a>
            <a href="/into-intranet">Intranet</a> <a href="/private/plans">Plans</a>
            <a href="/data">Data</a> <a href="/gone">Gone</a> <a href="/umlaut">Umlaut</a>
            <a href="/list">List</a> <a href="%s">Help</a> <a href="mailto:a@shop.example">Mail</a>
            <form action="/order"><button>Order</button></form>\
            """
                .formatted(web.url("other.example", "/"), web.url("help.shop.example", "/"))));
    for (var path : List.of("/about", "/about/", "/hidden", "/new", "/not-linked")) {
      web.page(shop, path, page(path, ""));
    }
    web.page("help.shop.example", "/", page("Help", ""));
    web.page(
        shop,
        "/noindex",
        "<head><meta name=robots content=noindex></head><body><a href=/from-noindex>x</a>" + TEXT);
    web.page(shop, "/from-noindex", page("Found through a page that is not kept", ""));
    web.put(
        shop,
        "/silent",
        200,
        Map.of("Content-Type", "text/html", "X-Robots-Tag", "nofollow"),
        "<a href=/from-silent>x</a>" + TEXT);
    web.redirect(shop, "/old", "/new");
    web.redirect(shop, "/away", web.url("other.example", "/"));
    web.redirect(shop, "/into-private", "/private/plans");
    web.redirect(shop, "/into-intranet", "http://intranet.example/plans");
    web.put(shop, "/data", 200, Map.of("Content-Type", "application/json"), "{}");
    web.put(
        shop,
        "/umlaut",
        200,
        Map.of("Content-Type", "text/html; charset=iso-8859-1"),
        "<title>Räder</title><p>Wir reparieren Räder.</p>".getBytes(StandardCharsets.ISO_8859_1));
    web.page(shop, "/list", page("List", variants()));
    IntStream.range(0, 60).forEach(n -> web.page(shop, "/list?n=" + n, page("List " + n, "")));

    var site =
        added(
            Map.of(
                "url",
                web.url(shop, "/"),
                "hosts",
                List.of("help.shop.example:" + web.port(), "intranet.example")));
    var done = over(site);

    assertThat(done.path("crawl").path("stage").asString()).isEqualTo("done");
    var asked = web.requests(shop);
    assertThat(asked)
        .contains("/", "/about", "/hidden", "/new", "/from-noindex")
        .noneMatch(path -> path.startsWith("/private"))
        .doesNotContain("/logout", "/cart", "/brochure.pdf", "/paid", "/order", "/from-silent")
        .doesNotContain("/not-linked", "/about?utm_source=x", "/about/");
    assertThat(asked).filteredOn(path -> path.startsWith("/list?")).hasSize(20);
    assertThat(asked).doesNotHaveDuplicates();
    assertThat(web.requests("help.shop.example")).containsExactly("/robots.txt", "/");
    assertThat(web.requests("other.example")).isEmpty();
    assertThat(web.requests("intranet.example")).isEmpty();
    assertThat(web.mostAtOnce()).isEqualTo(1);

    assertThat(state(site, "/umlaut")).isEqualTo("read Räder");
    assertThat(state(site, "/noindex")).startsWith("skipped It asks not to be indexed");
    assertThat(state(site, "/old")).startsWith("skipped It leads to");
    assertThat(state(site, "/away")).startsWith("skipped It leads to another site");
    assertThat(state(site, "/into-private")).contains("robots.txt does not allow it");
    assertThat(state(site, "/into-intranet")).contains("not of the internet");
    assertThat(state(site, "/data")).contains("application/json");
    assertThat(state(site, "/gone")).startsWith("failed There is no such page");
  }

  @Test
  void reading_again_asks_only_what_changed() {
    var host = "again.example";
    var etag = Map.of("Content-Type", "text/html", "ETag", "\"1\"");
    web.answering(
        host,
        "/",
        headers ->
            "\"1\"".equals(headers.getFirst("If-None-Match"))
                ? new SiteServer.Answer(304, Map.of(), new byte[0])
                : new SiteServer.Answer(
                    200,
                    etag,
                    page(
                            "Home",
                            "<script src=/wp-content/x.js></script><a href=/a>A</a><a href=/b>B</a>")
                        .getBytes(StandardCharsets.UTF_8)));
    web.page(host, "/a", page("A", ""));
    web.page(host, "/b", page("B", "<script src=//js.hs-scripts.com/1.js></script>"));
    var site = added(Map.of("url", web.url(host, "/")));
    assertThat(counts(over(site))).isEqualTo("read 3 unchanged 0");
    assertThat(madeWith(site)).containsExactlyInAnyOrder("WordPress", "HubSpot");

    web.page(host, "/b", page("B", "<p>And now we sell them, too.</p>"));
    post(SITES + "/" + site + "/crawl", Map.of());
    assertThat(counts(over(site))).isEqualTo("read 1 unchanged 2");
    assertThat(madeWith(site)).containsExactly("WordPress");
  }

  @Test
  void a_crawl_that_was_stopped_stays_so_and_can_be_begun_again() {
    var host = "www.once.example";
    var released = new CountDownLatch(1);
    web.answering(
        host,
        "/slow",
        _ -> {
          try {
            assertThat(released.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return new SiteServer.Answer(
              200,
              Map.of("Content-Type", "text/html"),
              page("Slow", "").getBytes(StandardCharsets.UTF_8));
        });
    var site = added(Map.of("url", web.url(host, "/slow")));
    await().until(() -> web.requests(host).contains("/slow"));
    post(SITES + "/" + site + "/stop", Map.of());
    released.countDown();
    assertThat(get(SITES + "/" + site).path("crawl").path("stage").asString()).isEqualTo("stopped");
    post(SITES + "/" + site + "/crawl", Map.of());
    var done = over(site).path("crawl");
    assertThat(done.path("number").asInt()).isEqualTo(2);
    assertThat(done.path("stage").asString()).isEqualTo("done");
  }

  @Test
  void goes_on_where_a_killed_service_left() {
    var host = "left.example";
    var home = web.url(host, "/");
    List.of("/", "/read", "/waiting").forEach(path -> web.page(host, path, page(path, "")));
    var now = Instant.EPOCH.plusSeconds(1_000_000_000);
    var address = PageAddress.of(URI.create(home), home).orElseThrow();
    var begun =
        Site.added(
            SiteIds.of(address.uri()),
            home,
            new SiteScope(List.of(SiteScope.name(address.uri()))),
            new Limits(10, 3),
            "user-1",
            Instant.now());
    var site = begun.with(begun.crawl().at(Stage.READING, now));
    var text = new PageText(home, "Home", "", List.of(), List.of());
    var read =
        List.of(
            SitePage.found(address, 0, 1).read(text, 200, Validators.NONE, now),
            SitePage.found(at(host, "/read"), 1, 1).read(text, 200, Validators.NONE, now),
            SitePage.found(at(host, "/waiting"), 1, 1));
    StepVerifier.create(pages.save(workspace, site.id(), read).then(sites.add(workspace, site)))
        .expectNext(site)
        .verifyComplete();
    assertThat(counts(over(site.id()))).isEqualTo("read 3 unchanged 0");
    assertThat(web.requests(host)).containsExactly("/robots.txt", "/waiting");
  }

  @Test
  void says_what_is_in_the_way() {
    var host = "steps.example";
    web.put(host, "/robots.txt", 503, Map.of(), "");
    web.page(host, "/", page("Home", ""));
    var site = added(Map.of("url", web.url(host, "/")));
    var failed = over(site).path("crawl");
    assertThat(failed.path("stage").asString()).isEqualTo("failed");
    assertThat(failed.path("problems").path(0).path("code").asString())
        .isEqualTo("robots-unreachable");
    assertThat(web.requests(host)).containsOnly("/robots.txt");

    web.put(host, "/robots.txt", 200, Map.of(), "User-agent: rapportbot\nDisallow: /\n");
    post(SITES + "/" + site + "/crawl", Map.of());
    assertThat(over(site).path("crawl").path("problems").path(0).path("code").asString())
        .isEqualTo("robots-disallow");
    assertThat(web.requests(host)).containsOnly("/robots.txt");

    var intranet = added(Map.of("url", "http://intranet.example/"));
    assertThat(over(intranet).path("crawl").path("problems").path(0).path("code").asString())
        .isEqualTo("private-address");
  }

  @Test
  void a_site_is_there_once_and_may_be_deleted() {
    var url = web.url("www.once.example", "/x");
    web.page("www.once.example", "/x", page("X", ""));
    var site = added(Map.of("url", url));
    over(site);
    as(Role.MARKETER)
        .post()
        .uri(SITES)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(Map.of("url", url))
        .exchange()
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("site-exists");
    as(Role.VIEWER).delete().uri(SITES + "/" + site).exchange().expectStatus().isForbidden();
    as(Role.MARKETER).delete().uri(SITES + "/" + site).exchange().expectStatus().isNoContent();
    as(Role.VIEWER).get().uri(SITES + "/" + site).exchange().expectStatus().isNotFound();
    assertThat(pages.all(workspace, site).count().block(PATIENCE)).isZero();
  }

  @Test
  void proposes_personas_and_never_overwrites_what_a_person_decided() {
    var host = "again.example";
    var crews = "<p>Your crew notes hours without a signal.</p>";
    web.page(
        host,
        "/start",
        "<title>Hours</title><h1>Hours</h1><a href=/for-crews>For building crews</a>"
            + "<a href=/for-firms>For law firms</a>");
    web.page(host, "/for-crews", "<title>x</title><h1>For building crews</h1>" + crews);
    web.page(
        host,
        "/for-firms",
        "<h1>For law firms</h1><p>Round every matter to six minutes without arithmetic.</p>");
    var site = added(Map.of("url", web.url(host, "/start")));
    assertThat(over(site).path("crawl").path("proposed").asInt()).isEqualTo(2);
    var crew = persona(site, "Building crews");
    assertThat(crew.path("status").asString()).isEqualTo("proposed");
    assertThat(crew.path("claims").path(0).path("page").asString())
        .isEqualTo(web.url(host, "/for-crews"));
    post("/api/v1/personas/" + crew.path("id").asString() + "/approve", Map.of("rev", 1));

    var signed = "<p>The foreman signs overtime on the phone.</p>";
    web.page(host, "/for-crews", "<h1>For building crews</h1>" + crews + signed);
    post(SITES + "/" + site + "/crawl", Map.of());
    assertThat(over(site).path("crawl").path("proposed").asInt()).isZero();
    var reviewed = persona(site, "Building crews");
    assertThat(reviewed.path("needs")).hasSize(1);
    var suggestion = reviewed.path("suggestions").path(0);
    assertThat(suggestion.path("claim").path("quote").asString())
        .isEqualTo("The foreman signs overtime on the phone.");

    var path = "/api/v1/personas/" + reviewed.path("id").asString();
    post(
        path + "/suggestions/" + suggestion.path("id").asString() + "/accept",
        Map.of("rev", reviewed.path("rev").asLong()));
    assertThat(persona(site, "Building crews").path("needs")).hasSize(2);
    assertThat(get(path + "/versions").path("items").path(0).path("state").path("version").asInt())
        .isEqualTo(1);
    post(SITES + "/" + site + "/crawl", Map.of());
    assertThat(over(site).path("crawl").path("suggested").asInt()).isZero();
  }

  private JsonNode persona(String site, String name) {
    return StreamSupport.stream(
            get("/api/v1/personas?site=" + site).path("items").spliterator(), false)
        .filter(persona -> persona.path("name").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode get(String path) {
    return Json.read(as(Role.VIEWER).get().uri(path).exchange().expectStatus().isOk());
  }

  private void post(String path, Object body) {
    as(Role.MARKETER)
        .post()
        .uri(path)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange()
        .expectStatus()
        .isOk();
  }

  @Test
  void the_feed_begins_with_the_site_and_goes_on_with_what_changes() {
    var host = "again.example";
    web.page(host, "/watched", page("Watched", ""));
    var site = added(Map.of("url", web.url(host, "/watched")));
    over(site);
    var events =
        as(Role.VIEWER)
            .get()
            .uri(SITES + "/" + site + "/feed")
            .exchange()
            .expectStatus()
            .isOk()
            .returnResult(new ParameterizedTypeReference<ServerSentEvent<JsonNode>>() {})
            .getResponseBody()
            .filter(event -> event.event() != null)
            .take(2);
    StepVerifier.create(events)
        .assertNext(event -> {
          assertThat(event.event()).isEqualTo("snapshot");
          assertThat(Objects.requireNonNull(event.data()).path("id").asString()).isEqualTo(site);
        })
        .then(() -> post(SITES + "/" + site + "/crawl", Map.of()))
        .assertNext(event -> {
          assertThat(event.event()).isEqualTo("patch");
          assertThat(Objects.requireNonNull(event.data()).toString()).contains("/crawl/number");
        })
        .expectComplete()
        .verify(PATIENCE);
  }

  @Test
  void says_which_addresses_are_none() {
    for (var wrong :
        List.of("", "ftp://shop.example/", "http://a b/", "https://u:p@shop.example")) {
      as(Role.MARKETER)
          .post()
          .uri(SITES)
          .contentType(MediaType.APPLICATION_JSON)
          .bodyValue(Map.of("url", wrong))
          .exchange()
          .expectStatus()
          .isEqualTo(422)
          .expectBody()
          .jsonPath("$.errors[0].path")
          .isEqualTo("url");
    }
  }

  private static PageAddress at(String host, String path) {
    var url = SiteServer.shared().url(host, path);
    return PageAddress.of(URI.create(url), url).orElseThrow();
  }

  private static String page(String title, String more) {
    return "<html><head><title>"
        + title
        + "</title></head><body><h1>"
        + title
        + "</h1>"
        + TEXT
        + more
        + "</body></html>";
  }

  private static String variants() {
    return IntStream.range(0, 60)
        .mapToObj(n -> "<a href=\"/list?n=" + n + "\">" + n + "</a>")
        .collect(Collectors.joining(" "));
  }

  private static String index(String sitemap) {
    return "<?xml version=\"1.0\"?><sitemapindex"
        + " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>"
        + sitemap
        + "</loc></sitemap></sitemapindex>";
  }

  private static String urls(String... urls) {
    return "<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
        + List.of(urls).stream()
            .map(url -> "<url><loc>" + url + "</loc></url>")
            .collect(Collectors.joining())
        + "</urlset>";
  }

  private static byte[] zipped(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private String added(Map<String, Object> request) {
    return Json.read(
            as(Role.MARKETER)
                .post()
                .uri(SITES)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(request)
                .exchange()
                .expectStatus()
                .isCreated())
        .path("id")
        .asString();
  }

  private JsonNode over(String site) {
    return await()
        .until(
            () -> read("/" + site),
            now -> List.of("done", "failed").contains(now.path("crawl").path("stage").asString()));
  }

  private String state(String site, String path) {
    return StreamSupport.stream(
            read("/" + site + "/pages?limit=200").path("items").spliterator(), false)
        .filter(page -> page.path("url").asString().endsWith(path))
        .map(page ->
            page.path("state").asString()
                + " "
                + (page.path("detail").isNull() ? page.path("title") : page.path("detail"))
                    .asString())
        .findFirst()
        .orElse("not found");
  }

  private List<String> madeWith(String site) {
    return read("/" + site)
        .path("crawl")
        .path("technologies")
        .valueStream()
        .map(one -> one.path("name").asString())
        .toList();
  }

  private static String counts(JsonNode site) {
    var counts = site.path("crawl").path("counts");
    return "read " + counts.path("read").asInt() + " unchanged " + counts.path("unchanged").asInt();
  }

  private JsonNode read(String path) {
    return Json.read(as(Role.VIEWER).get().uri(SITES + path).exchange().expectStatus().isOk());
  }
}
