package rapport.gateway.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ProviderMetadataTest {
  private static final URI ISSUER = URI.create("https://id.example/realm");

  @Test
  void says_where_to_go() {
    var read = read("https://id.example/realm", "https://tokens.example/token");
    assertThat(read.token()).isEqualTo(URI.create("https://tokens.example/token"));
    assertThat(read.takesBasic()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://evil.example", "https://id.example/realm/", "https://id.example", ""})
  void a_configuration_of_another_issuer_is_refused(String issuer) {
    assertThatThrownBy(() -> read(issuer, "https://id.example/token"))
        .isInstanceOf(RefusedException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://id.example/token",
        "file:///etc/passwd",
        "/token",
        "",
        "https:///x",
        "a b"
      })
  void a_secret_is_sent_nowhere_unencrypted(String token) {
    assertThatThrownBy(() -> read("https://id.example/realm", token))
        .isInstanceOf(RefusedException.class);
  }

  private static ProviderMetadata read(String issuer, String token) {
    var document =
        JsonMapper.shared()
            .createObjectNode()
            .put("issuer", issuer)
            .put("authorization_endpoint", "https://id.example/authorize")
            .put("token_endpoint", token)
            .put("jwks_uri", "https://id.example/keys");
    return ProviderMetadata.read(document, ISSUER);
  }
}
