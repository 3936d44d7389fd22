package rapport.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import rapport.gateway.RunningGateway;

class WidgetFilesTest {
  private final RunningGateway gateway = RunningGateway.shared();

  @Test
  void the_launcher_is_looked_at_again_after_minutes() {
    gateway
        .anyone()
        .get()
        .uri("/widget.js")
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals("Cache-Control", "max-age=300, public, stale-while-revalidate=86400")
        .expectHeader()
        .exists("Last-Modified")
        .expectBody(String.class)
        .value(launcher -> assertThat(launcher).isNotBlank());
  }

  @Test
  void the_panel_is_kept_for_ever_because_its_address_names_its_version() {
    gateway
        .anyone()
        .get()
        .uri("/widget/panel.js?v=0a1b2c3d4e")
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals("Cache-Control", "max-age=31536000, public, immutable");
  }

  @Test
  void any_page_may_load_them_also_one_that_isolates_itself() {
    for (String file : new String[] {"/widget.js", "/widget/panel.js"}) {
      gateway
          .anyone()
          .get()
          .uri(file)
          .header("Origin", "https://anywhere.example")
          .exchange()
          .expectHeader()
          .valueEquals("Access-Control-Allow-Origin", "*")
          .expectHeader()
          .valueEquals("Cross-Origin-Resource-Policy", "cross-origin");
    }
  }

  @Test
  void what_is_not_there_is_not_made_up() {
    gateway.anyone().get().uri("/widget/nothing.js").exchange().expectStatus().isNotFound();
  }
}
