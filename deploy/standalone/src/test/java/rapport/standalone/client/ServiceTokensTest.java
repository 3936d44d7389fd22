package rapport.standalone.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceTokensTest {

  @TempDir private Path directory;

  @Test
  void a_token_is_signed_with_the_key_of_the_running_system() throws Exception {
    var keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    var token = ServiceTokens.of(stored(keys), "conversation-service").get();
    var claims =
        new JwtConsumerBuilder()
            .setVerificationKey(keys.getPublic())
            .setExpectedIssuer("rapport")
            .setExpectedAudience("conversation-service")
            .setRequireExpirationTime()
            .build()
            .processToClaims(token);
    assertThat(claims.getStringClaimValue("ws")).isEqualTo("main");
    assertThat(claims.getStringClaimValue("kind")).isEqualTo("user");
    assertThat(claims.getStringListClaimValue("roles")).containsExactly("admin");
  }

  @Test
  void a_file_that_holds_no_key_is_named() throws IOException {
    var file = Files.writeString(directory.resolve("key.pem"), "bm90aGluZw==");
    assertThatThrownBy(() -> ServiceTokens.of(file, "conversation-service"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("key.pem is no Ed25519 key");
  }

  private Path stored(KeyPair keys) throws IOException {
    var base64 = Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded());
    return Files.writeString(
        directory.resolve("key.pem"),
        "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n".formatted(base64));
  }
}
