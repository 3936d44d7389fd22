package rapport.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import rapport.runtime.identity.Role;
import rapport.runtime.store.DocumentStore;
import rapport.testkit.EmbeddedStore;
import reactor.core.publisher.Flux;

class FirstAdministratorTest {
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final MongoClient CLIENT = MongoClients.create(EmbeddedStore.shared().uri());

  private final DocumentStore store =
      new DocumentStore(CLIENT, "first_administrator_" + DATABASES.incrementAndGet());
  private final Passwords passwords = new Passwords(settings(null));
  private final Users users = new Users(store);
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeEach
  void prepare() {
    users.prepare().block();
  }

  @AfterEach
  void stop() {
    passwords.destroy();
  }

  @Test
  void makes_up_a_password_prints_it_once_and_stores_its_hash_only() {
    first(null).ensure().block();
    first(null).ensure().block();
    String line = printed();
    assertThat(line).matches("RAPPORT-ADMIN email=admin@localhost password=[A-Za-z0-9]{20}\\R");
    String password = line.strip().replaceFirst(".*password=", "");
    User user = administrator();
    assertThat(user.roles()).containsExactly(Role.ADMIN);
    assertThat(user.passwordHash()).startsWith("$argon2id$").doesNotContain(password);
    assertThat(passwords.matches(password, user.passwordHash()).block()).isTrue();
  }

  @Test
  void several_gateways_starting_at_once_make_one_administrator() {
    Flux.range(0, 4).flatMap(_ -> first(null).ensure(), 4).then().block();
    assertThat(printed().lines()).hasSize(1);
    String password = printed().strip().replaceFirst(".*password=", "");
    assertThat(passwords.matches(password, administrator().passwordHash()).block()).isTrue();
  }

  @Test
  void takes_the_configured_password_and_prints_nothing() {
    first("chosen password").ensure().block();
    assertThat(printed()).isEmpty();
    assertThat(passwords.matches("chosen password", administrator().passwordHash()).block())
        .isTrue();
  }

  @Test
  void lets_an_operator_back_in_by_configuring_another_password() {
    first("chosen password").ensure().block();
    User before = administrator();
    assertThat(
            users
                .change(
                    before.workspace(),
                    before.id(),
                    new UserChange(null, null, Set.of(Role.VIEWER), true, null))
                .block())
        .isTrue();
    first("another password").ensure().block();
    User after = administrator();
    assertThat(after.id()).isEqualTo(before.id());
    assertThat(after.isActiveAdministrator()).isTrue();
    assertThat(passwords.matches("another password", after.passwordHash()).block()).isTrue();
  }

  @Test
  void leaves_a_configured_password_that_is_already_set_as_it_is() {
    first("chosen password").ensure().block();
    String before = administrator().passwordHash();
    first("chosen password").ensure().block();
    assertThat(administrator().passwordHash()).isEqualTo(before);
  }

  @Test
  void makes_nobody_where_there_are_users() {
    first("chosen password").ensure().block();
    var other = Map.of("admin-email", "other@localhost");
    new FirstAdministrator(
            users, changes(other), passwords, settings(other), Clock.systemUTC(), out())
        .ensure()
        .block();
    assertThat(printed()).isEmpty();
    assertThat(users.byEmail("other@localhost").block()).isNull();
  }

  /** The scheduler asks for the publisher once and subscribes to it every second. */
  @Test
  void is_seen_to_once_however_often_the_preparation_is_tried_again() {
    Clock clock = Clock.systemUTC();
    var preparation =
        new AccountPreparation(
            users,
            new Sessions(store, settings(null), clock),
            new ApiTokens(store, clock),
            new PasswordLinks(store, settings(null), clock),
            new Identities(store, clock),
            first(null));
    var tries = preparation.prepare();
    tries.block();
    assertThat(store.collection("users").delete("main", Filters.exists("email")).block()).isTrue();
    tries.block();
    assertThat(printed().lines()).hasSize(1);
    assertThat(users.byEmail("admin@localhost").block()).isNull();
  }

  private User administrator() {
    return Objects.requireNonNull(users.byEmail("admin@localhost").block());
  }

  private FirstAdministrator first(@Nullable String password) {
    Map<String, String> given = password == null ? Map.of() : Map.of("admin-password", password);
    return new FirstAdministrator(
        users, changes(given), passwords, settings(given), Clock.systemUTC(), out());
  }

  private UserChanges changes(Map<String, String> given) {
    Clock clock = Clock.systemUTC();
    AccountSettings settings = settings(given);
    var sessions = new Sessions(store, settings, clock);
    var authenticator =
        new Authenticator(users, sessions, new ApiTokens(store, clock), settings, clock);
    return new UserChanges(
        users,
        sessions,
        new PasswordLinks(store, settings, clock),
        new Identities(store, clock),
        authenticator);
  }

  private PrintStream out() {
    return new PrintStream(printed, true, StandardCharsets.UTF_8);
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static AccountSettings settings(@Nullable Map<String, String> given) {
    return new Binder(new MapConfigurationPropertySource(given == null ? Map.of() : given))
        .bindOrCreate("", AccountSettings.class);
  }
}
