package rapport.gateway.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArrivalTest {

  @Test
  void keeps_the_page_and_the_one_before_without_what_may_be_private_in_them() {
    var arrival =
        new Arrival(
            "https://shop.example/pricing?token=secret#part",
            " Pricing ",
            "https://search.example/?q=me",
            null);
    assertThat(Arrival.context(arrival))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "page", "https://shop.example/pricing",
                "origin", "https://shop.example",
                "page_title", "Pricing",
                "referrer", "https://search.example/"));
  }

  @Test
  void keeps_what_brought_the_visitor_under_the_names_everybody_knows() {
    Map<String, @Nullable String> utm = new HashMap<>();
    utm.put("source", "news");
    utm.put("utm_medium", "mail");
    utm.put("UTM_CAMPAIGN", "spring");
    utm.put("other", "x");
    utm.put("term", null);
    assertThat(Arrival.context(new Arrival(null, null, null, utm)))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("utm_source", "news", "utm_medium", "mail", "utm_campaign", "spring"));
  }

  @Test
  void keeps_nothing_that_is_no_page_or_too_long() {
    var arrival = new Arrival("javascript:alert(1)", "x".repeat(5000), "about:blank", null);
    assertThat(Arrival.context(arrival))
        .containsOnlyKeys("page_title")
        .hasEntrySatisfying("page_title", title -> assertThat(title).hasSize(200));
    assertThat(Arrival.context(null)).isEmpty();
  }
}
