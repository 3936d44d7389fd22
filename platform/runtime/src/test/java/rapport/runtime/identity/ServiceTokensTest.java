package rapport.runtime.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTokensTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final KeyPair KEYS = ServiceKeys.generate();
  private static final Caller ADA =
      new Caller("acme", "u-1", "Ada", Set.of(Role.SALES, Role.MARKETER), Caller.Kind.USER);

  private final ServiceTokens tokens = tokens(KEYS, NOW);

  @Test
  void tells_the_audience_who_is_calling() {
    assertThat(tokens.verify(tokens.mint(ADA, "profile-service"), "profile-service"))
        .isEqualTo(ADA);
  }

  @Test
  void is_good_for_its_audience_alone() {
    var token = tokens.mint(ADA, "profile-service");
    assertThatThrownBy(() -> tokens.verify(token, "gateway"))
        .isInstanceOf(InvalidTokenException.class);
  }

  @Test
  void runs_out_after_a_minute_and_half_a_minute_of_skew() {
    var token = tokens.mint(ADA, "profile-service");
    var late = NOW.plus(ServiceTokens.LIFETIME);
    assertThat(tokens(KEYS, late.plusSeconds(29)).verify(token, "profile-service")).isEqualTo(ADA);
    assertThatThrownBy(() -> tokens(KEYS, late.plusSeconds(31)).verify(token, "profile-service"))
        .isInstanceOf(InvalidTokenException.class);
  }

  @Test
  void runs_out_and_keeps_to_its_audience_although_it_was_seen_before() {
    var now = new AtomicReference<>(NOW);
    var watched = new ServiceTokens(KEYS.getPrivate(), KEYS.getPublic(), clock(now));
    var token = watched.mint(ADA, "profile-service");
    assertThat(watched.verify(token, "profile-service")).isEqualTo(ADA);
    assertThat(watched.verify(token, "profile-service")).isEqualTo(ADA);
    assertThatThrownBy(() -> watched.verify(token, "gateway"))
        .isInstanceOf(InvalidTokenException.class);
    now.set(NOW.plus(ServiceTokens.LIFETIME).plusSeconds(31));
    assertThatThrownBy(() -> watched.verify(token, "profile-service"))
        .isInstanceOf(InvalidTokenException.class);
  }

  private static Clock clock(AtomicReference<Instant> now) {
    return new Clock() {
      @Override
      public Instant instant() {
        return now.get();
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }
    };
  }

  @Test
  void is_refused_when_somebody_else_signed_it() {
    var forged = tokens(ServiceKeys.generate(), NOW).mint(ADA, "profile-service");
    assertThatThrownBy(() -> tokens.verify(forged, "profile-service"))
        .isInstanceOf(InvalidTokenException.class);
  }

  @Test
  void is_refused_when_a_byte_of_it_was_changed() {
    var parts = tokens.mint(ADA, "profile-service").split("\\.", -1);
    var claims =
        new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
            .replace("acme", "evil");
    var changed =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(
            () -> tokens.verify(parts[0] + "." + changed + "." + parts[2], "profile-service"))
        .isInstanceOf(InvalidTokenException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", "\u0000"})
  void rubbish_is_refused_and_not_quoted(String rubbish) {
    assertThatThrownBy(() -> tokens.verify(rubbish, "profile-service"))
        .isInstanceOf(InvalidTokenException.class)
        .hasMessage("the service token is not valid");
  }

  @Test
  void without_a_private_key_nothing_is_minted() {
    var reader = new ServiceTokens(null, KEYS.getPublic(), Clock.systemUTC());
    assertThatThrownBy(() -> reader.mint(ADA, "profile-service"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void without_a_public_key_nobody_is_let_in() {
    var minter = new ServiceTokens(KEYS.getPrivate(), null, Clock.systemUTC());
    assertThatThrownBy(() -> minter.verify(minter.mint(ADA, "profile-service"), "profile-service"))
        .isInstanceOf(InvalidTokenException.class);
  }

  @Test
  void keys_survive_the_way_through_a_pem_file(@TempDir Path folder) throws Exception {
    var secret = Files.writeString(folder.resolve("s.pem"), ServiceKeys.pem(KEYS.getPrivate()));
    var open = Files.writeString(folder.resolve("p.pem"), ServiceKeys.pem(KEYS.getPublic()));
    assertThat(ServiceKeys.privateKey(secret)).isEqualTo(KEYS.getPrivate());
    assertThat(ServiceKeys.publicKey(open)).isEqualTo(KEYS.getPublic());
    assertThatThrownBy(() -> ServiceKeys.publicKey(secret))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("s.pem");
  }

  @Test
  void a_key_of_another_kind_is_refused(@TempDir Path folder) throws Exception {
    var rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    var file = Files.writeString(folder.resolve("rsa.pem"), ServiceKeys.pem(rsa.getPublic()));
    assertThatThrownBy(() -> ServiceKeys.publicKey(file)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void an_administrator_has_every_role_and_a_visitor_none() {
    var admin = new Caller("acme", "u", "Root", Set.of(Role.ADMIN), Caller.Kind.USER);
    var visitor = new Caller("acme", "v", "", Set.of(), Caller.Kind.VISITOR);
    assertThat(admin.hasAny(Role.SALES)).isTrue();
    assertThat(ADA.hasAny(Role.SUCCESS, Role.SALES)).isTrue();
    assertThat(ADA.hasAny(Role.SUCCESS)).isFalse();
    assertThat(visitor.hasAny(Role.values())).isFalse();
  }

  private static ServiceTokens tokens(KeyPair keys, Instant now) {
    return new ServiceTokens(keys.getPrivate(), keys.getPublic(), Clock.fixed(now, ZoneOffset.UTC));
  }

  @Test
  void a_token_of_another_day_is_refused() {
    var future = tokens(KEYS, NOW.plus(Duration.ofDays(1))).mint(ADA, "profile-service");
    assertThatThrownBy(() -> tokens.verify(future, "profile-service"))
        .isInstanceOf(InvalidTokenException.class);
  }
}
