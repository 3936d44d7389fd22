package rapport.lead.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageAddressTest {

  private static final URI BASE = URI.create("https://shop.example/a/b");

  @ParameterizedTest
  @CsvSource({
    "c, https://shop.example/a/c",
    "../c#part, https://shop.example/c",
    "/c?utm_source=x&b=2&a=1, https://shop.example/c?a=1&b=2",
    "HTTPS://Shop.example:443/c d, https://shop.example/c%20d",
    "//other.example, https://other.example/"
  })
  void is_written_in_one_way(String link, String address) {
    assertThat(PageAddress.of(BASE, link).orElseThrow().uri()).hasToString(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mailto:a@shop.example",
        "javascript:void(0)",
        "ftp://shop.example/",
        "https://u:p@shop.example/",
        "/logout",
        "/account/sign-in",
        "/cart?add=1",
        "/brochure.PDF",
        "/?a=1&b=2&c=3",
        "/a/b/a/b/a/b",
        "/1/2/3/4/5/6/7/8/9",
        "http://[bad"
      })
  void what_does_something_or_leads_on_for_ever_is_no_page(String link) {
    assertThat(PageAddress.of(BASE, link)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.shop.example/plans",
        "https://shop.example/plans/",
        "https://shop.example/plans/index.html"
      })
  void of_one_page_all_addresses_have_one_id(String link) {
    assertThat(PageAddress.of(BASE, link).orElseThrow().id())
        .isEqualTo(PageAddress.of(BASE, "/plans").orElseThrow().id());
  }

  @Test
  void the_page_a_visitor_is_on_tells_the_site() {
    assertThat(SiteIds.ofPage("https://www.shop.example/plans?x=1")).contains("shop_example");
    assertThat(SiteIds.of(URI.create("http://shop.example:8080"))).isEqualTo("shop_example__8080");
    assertThat(SiteIds.ofPage("/plans")).isEmpty();
    var long1 = SiteIds.of(URI.create("https://" + "a".repeat(60) + ".example/"));
    var long2 = SiteIds.of(URI.create("https://" + "a".repeat(61) + ".example/"));
    assertThat(long1).hasSizeLessThanOrEqualTo(64).isNotEqualTo(long2);
  }
}
