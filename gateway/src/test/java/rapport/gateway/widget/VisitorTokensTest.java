package rapport.gateway.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.gateway.secret.DerivedKeys;
import rapport.runtime.identity.ServiceKeys;

class VisitorTokensTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Visitor VISITOR = new Visitor("main", "wk_1", "v_1");
  private static final WidgetSettings SETTINGS =
      new WidgetSettings(
          "main", true, Duration.ofHours(1), Duration.ofDays(30), Duration.ofSeconds(5), 1, 1);

  @TempDir Path folder;
  private WidgetSecrets secrets = new WidgetSecrets(new DerivedKeys(""));

  @BeforeEach
  void keys() throws IOException {
    secrets = secrets("one");
  }

  private WidgetSecrets secrets(String name) throws IOException {
    Path file = folder.resolve(name + ".pem");
    Files.writeString(file, ServiceKeys.pem(ServiceKeys.generate().getPrivate()));
    return new WidgetSecrets(new DerivedKeys(file.toString()));
  }

  private VisitorTokens at(Instant time) {
    return new VisitorTokens(secrets, SETTINGS, Clock.fixed(time, ZoneOffset.UTC));
  }

  @Test
  void a_token_opens_the_conversation_for_an_hour() {
    var issued = at(NOON).issue(VISITOR);
    assertThat(issued.expiresAt()).isEqualTo(NOON.plus(Duration.ofHours(1)));
    assertThat(at(NOON.plus(Duration.ofMinutes(59))).opened(issued.token())).hasValue(VISITOR);
    assertThat(at(NOON.plus(Duration.ofMinutes(61))).opened(issued.token())).isEmpty();
  }

  @Test
  void a_token_can_be_exchanged_for_a_month() {
    var token = at(NOON).issue(VISITOR).token();
    assertThat(at(NOON.plus(Duration.ofDays(29))).renewed(token)).hasValue(VISITOR);
    assertThat(at(NOON.plus(Duration.ofDays(31))).renewed(token)).isEmpty();
    assertThat(at(NOON).renewed(null)).isEmpty();
  }

  @Test
  void a_token_signed_with_another_key_is_not_ours() throws IOException {
    var token = at(NOON).issue(VISITOR).token();
    secrets = secrets("other");
    assertThat(at(NOON).opened(token)).isEmpty();
  }

  @Test
  void a_secret_is_sealed_for_its_key_alone() {
    String sealed = secrets.seal("secret", "wk_1");
    assertThat(sealed).doesNotContain("secret").isNotEqualTo(secrets.seal("secret", "wk_1"));
    assertThat(secrets.open(sealed, "wk_1")).isEqualTo("secret");
    assertThatIllegalStateException().isThrownBy(() -> secrets.open(sealed, "wk_2"));
  }
}
