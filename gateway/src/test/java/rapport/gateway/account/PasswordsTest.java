package rapport.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class PasswordsTest {
  private final Passwords passwords = new Passwords(settings(1, 2));

  @AfterEach
  void stop() {
    passwords.destroy();
  }

  @Test
  void knows_a_password_again_and_no_other() {
    String hash = Objects.requireNonNull(passwords.hash("correct horse").block());
    assertThat(passwords.matches("correct horse", hash).block()).isTrue();
    assertThat(passwords.matches("correct house", hash).block()).isFalse();
  }

  @Test
  void the_hash_of_nobody_costs_as_much_as_any_other() {
    var encoder = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    assertThat(encoder.upgradeEncoding(Passwords.NOBODY)).isFalse();
    assertThat(encoder.matches("", Passwords.NOBODY)).isFalse();
    assertThat(passwords.matches("anything", null).block()).isFalse();
  }

  @Test
  void says_that_it_is_busy_rather_than_queue_without_end() {
    var outcomes =
        Flux.range(0, 20)
            .flatMap(
                _ ->
                    passwords
                        .hash("password")
                        .map(_ -> "hashed")
                        .onErrorResume(
                            Problem.class,
                            busy -> {
                              assertThat(busy.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
                              assertThat(busy.retryAfter()).isPositive();
                              return Mono.just(busy.code());
                            }),
                20)
            .collectList()
            .block();
    assertThat(outcomes).contains("hashed", "busy").hasSize(20);
  }

  @Test
  void one_time_passwords_differ_and_can_be_read_aloud() {
    assertThat(Passwords.oneTime())
        .isNotEqualTo(Passwords.oneTime())
        .doesNotContainPattern("[0O1lI]");
  }

  private static AccountSettings settings(int hashers, int queue) {
    return new AccountSettings(
        "main",
        "admin@localhost",
        null,
        Duration.ofHours(1),
        Duration.ofHours(72),
        Duration.ofHours(1),
        3,
        20,
        "",
        Duration.ofSeconds(5),
        hashers,
        queue,
        10,
        50,
        Duration.ofMinutes(5));
  }
}
