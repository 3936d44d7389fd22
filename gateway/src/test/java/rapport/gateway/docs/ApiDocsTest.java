package rapport.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import rapport.gateway.RunningGateway;

class ApiDocsTest {
  private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"");
  private final RunningGateway gateway = RunningGateway.shared();

  @Test
  void the_whole_api_is_described_to_everybody() {
    gateway
        .anyone()
        .mutate()
        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4_000_000))
        .build()
        .get()
        .uri("/api/openapi.json")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.openapi")
        .isEqualTo("3.1.0")
        .jsonPath("$.paths['/api/v1/sign-in'].post.security")
        .isEmpty()
        .jsonPath("$.paths['/api/v1/conversations'].post")
        .exists()
        .jsonPath("$.paths['/api/v1/conversations/{id}/export'].get")
        .exists()
        .jsonPath("$.paths['/api/v1/reports/funnel'].get")
        .exists()
        .jsonPath("$.paths['/internal/quarantine']")
        .doesNotExist();
  }

  @Test
  void the_page_finds_everything_it_needs_here() {
    String page =
        gateway
            .anyone()
            .get()
            .uri("/api/docs")
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    assertThat(page).isNotNull();
    List<String> assets = ASSET.matcher(page).results().map(match -> match.group(1)).toList();
    assertThat(assets).hasSize(4);
    var browser =
        gateway
            .anyone()
            .mutate()
            .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(8_000_000))
            .build();
    for (String asset : assets) {
      browser.get().uri(asset).exchange().expectStatus().isOk();
    }
  }
}
