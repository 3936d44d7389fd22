package rapport.lead.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rapport.lead.site.PageText.Link;
import rapport.lead.site.SiteScope;

class ReadPageTest {

  private static final URI PAGE = URI.create("https://mill.example/products/");

  @Test
  void links_and_the_canonical_address_follow_the_base_of_the_page() {
    var page =
        read(
            """
            <base href="https://mill.example/shop/">
            <link rel="canonical" href="oats"><a href="flour">Flour</a>
            """);

    assertThat(page.canonical().orElseThrow().uri())
        .isEqualTo(URI.create("https://mill.example/shop/oats"));
    assertThat(page.text().links())
        .extracting(Link::url)
        .containsExactly("https://mill.example/shop/flour");
  }

  @Test
  void a_base_that_cannot_be_read_does_not_make_the_page_unreadable() {
    var page =
        read(
            """
            <base href="https://mill.example/{{shop}} x/">
            <link rel="canonical" href="https://mill.example/oats">
            <a href="https://mill.example/flour">Flour</a><a href="http://[broken">Broken</a>
            """);

    assertThat(page.canonical().orElseThrow().uri())
        .isEqualTo(URI.create("https://mill.example/oats"));
    assertThat(page.text().links()).extracting(Link::url).contains("https://mill.example/flour");
  }

  private static ReadPage read(String head) {
    var html = "<!doctype html><title>Mill</title>" + head;
    return ReadPage.read(
        PAGE,
        html.getBytes(StandardCharsets.UTF_8),
        Map.of("content-type", "text/html; charset=utf-8"),
        new SiteScope(List.of("mill.example")));
  }
}
