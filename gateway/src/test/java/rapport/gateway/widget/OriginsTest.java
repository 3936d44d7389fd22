package rapport.gateway.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

  @ParameterizedTest
  @CsvSource({
    "https://shop.example, https://shop.example",
    "HTTPS://Shop.Example/, https://shop.example",
    "https://shop.example:443, https://shop.example",
    "http://shop.example:80, http://shop.example",
    "http://shop.example:8080, http://shop.example:8080",
    "https://*.shop.example, https://*.shop.example",
    "http://localhost:*, http://localhost:*",
    "http://[::1]:8080, http://[::1]:8080",
  })
  void an_origin_is_kept_in_one_way(String written, String kept) {
    assertThat(Origins.normal(written)).hasValue(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "null",
        "shop.example",
        "ftp://shop.example",
        "https://*",
        "https://shop.*",
        "https://a.*.example",
        "https://shop.example/page",
        "https://shop..example",
        "https://user@shop.example",
        "https://shop.example evil",
        "javascript:alert(1)"
      })
  void anything_else_is_none(String written) {
    assertThat(Origins.normal(written)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://shop.example, https://shop.example, true",
    "https://shop.example, https://SHOP.example, true",
    "https://shop.example, http://shop.example, false",
    "https://shop.example, https://shop.example:8443, false",
    "https://shop.example, https://shop.example.evil.example, false",
    "https://shop.example, https://evilshop.example, false",
    "https://*.shop.example, https://www.shop.example, true",
    "https://*.shop.example, https://a.b.shop.example, true",
    "https://*.shop.example, https://shop.example, false",
    "https://*.shop.example, https://evilshop.example, false",
    "https://*.shop.example, https://*.shop.example, false",
    "https://*.shop.example, http://www.shop.example, false",
    "http://localhost:*, http://localhost:3000, true",
    "http://localhost:*, http://localhost, true",
    "http://localhost:*, http://localhost.evil.example:3000, false",
    "http://localhost:*, null, false",
  })
  void only_pages_of_allowed_origins_match(String allowed, String origin, boolean matches) {
    assertThat(Origins.allow(List.of(allowed), origin)).isEqualTo(matches);
  }

  @Test
  void of_a_page_neither_query_nor_fragment_is_looked_at() {
    assertThat(Origins.page("https://shop.example/a b?x=|&y={}#z"))
        .hasValueSatisfying(page -> {
          assertThat(page).hasToString("https://shop.example/a%20b");
          assertThat(Origins.of(page)).hasValue("https://shop.example");
        });
    assertThat(Origins.page("file:///etc/passwd")).isEmpty();
    assertThat(Origins.page("not a page")).isEmpty();
  }
}
