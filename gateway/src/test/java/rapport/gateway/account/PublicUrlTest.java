package rapport.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicUrlTest {

  @Test
  void leads_to_pages_of_where_it_was_said_to_be() {
    assertThat(new PublicUrl("https://rapport.example/").of("/app/"))
        .contains("https://rapport.example/app/");
    assertThat(new PublicUrl(" ").of("/app/")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rapport.example",
        "ftp://rapport.example",
        "https://me:word@rapport.example",
        "https://rapport.example/below",
        "https://rapport.example?x=1",
        "https:///app"
      })
  void anything_else_stops_the_start(String url) {
    assertThatThrownBy(() -> new PublicUrl(url)).isInstanceOf(IllegalArgumentException.class);
  }
}
