package rapport.lead.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          noindex;                                                        false; true
          noindex, max-snippet: -1;                                       false; true
          max-image-preview:large, nofollow, noindex;                     false; false
          unavailable_after: Fri, 25 Jun 2027 15:00:00 PST, noindex;      false; true
          otherbot: noindex, nofollow;                                    true;  true
          otherbot: noindex, rapportbot: nofollow;                        true;  false
          RapportBot: none;                                               false; false
          max-snippet: 20, all;                                           true;  true
          """)
  void a_page_says_in_a_header_what_may_be_done_with_it(
      String header, boolean index, boolean follow) {
    var page = read("", Map.of("content-type", "text/html", "x-robots-tag", header));

    assertThat(page.directives()).isEqualTo(new Directives(index, follow));
  }

  private static ReadPage read(String head) {
    return read(head, Map.of("content-type", "text/html; charset=utf-8"));
  }

  private static ReadPage read(String head, Map<String, String> headers) {
    var html = "<!doctype html><title>Mill</title>" + head;
    return ReadPage.read(
        PAGE,
        html.getBytes(StandardCharsets.UTF_8),
        headers,
        new SiteScope(List.of("mill.example")));
  }
}
