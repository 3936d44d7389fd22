package rapport.gateway.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import rapport.gateway.RunningGateway;

class DemoPagesTest {
  private static final Pattern INLINE =
      Pattern.compile("<style|style=|<script(?![^>]*src=)|\\son[a-z]+=");
  private final RunningGateway gateway = RunningGateway.shared();

  @ParameterizedTest
  @ValueSource(strings = {"/demo", "/demo/pricing", "/demo/integrations"})
  void a_page_has_the_chat_and_says_that_it_is_a_demo(String path) {
    String page = page(gateway, path);
    assertThat(page)
        .contains("This is a demo")
        .containsPattern("<script src=\"/widget.js\" data-key=\"wk_[0-9a-f]{32}\" defer>");
    assertThat(INLINE.matcher(page).find()).isFalse();
  }

  @Test
  void the_chat_speaks_another_language_when_asked_to() {
    assertThat(page(gateway, "/demo?lang=ar")).contains("data-locale=\"ar\"");
    assertThat(page(gateway, "/demo?lang=%22%3E%3Cscript%3E")).doesNotContain("data-locale");
  }

  @Test
  void there_is_no_other_page() {
    gateway.anyone().get().uri("/demo/nothing").exchange().expectStatus().isNotFound();
    gateway.anyone().get().uri("/demo/site.css").exchange().expectStatus().isOk();
  }

  @Test
  void the_demo_can_be_switched_off() {
    try (var without = RunningGateway.start(Map.of("rapport.gateway.widget.demo", false))) {
      without.anyone().get().uri("/demo").exchange().expectStatus().isNotFound();
      without
          .admin()
          .get()
          .uri("/api/v1/widget/keys")
          .exchange()
          .expectBody()
          .jsonPath("$.items")
          .isEmpty();
    }
  }

  private static String page(RunningGateway gateway, String path) {
    return Objects.requireNonNull(
        gateway
            .anyone()
            .get()
            .uri(URI.create("http://127.0.0.1:" + gateway.port() + path))
            .exchange()
            .expectStatus()
            .isOk()
            .expectHeader()
            .contentTypeCompatibleWith(MediaType.TEXT_HTML)
            .expectHeader()
            .valueEquals(HttpHeaders.CACHE_CONTROL, "no-store")
            .expectBody(String.class)
            .returnResult()
            .getResponseBody());
  }
}
