package rapport.integrations.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.testkit.Patience.PATIENCE;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.contracts.IntegrationEvent.AccountSeen;
import rapport.contracts.IntegrationEvent.Source;
import rapport.integrations.connection.Connection.State;
import rapport.integrations.connector.Access;
import rapport.integrations.connector.ConnectorDescription;
import rapport.integrations.connector.ConnectorException;
import rapport.integrations.connector.Mapped;
import rapport.integrations.connector.Page;
import rapport.integrations.connector.Reading;
import rapport.integrations.connector.SignedIn;
import rapport.integrations.connector.SourceRecord;
import rapport.integrations.store.Bench;
import rapport.runtime.projection.StreamRef;
import rapport.simulators.MovableClock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What one feed is refused is held against that feed. */
class SyncingTest {

  private static final int PAGES_AT_ONCE = 7;

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T09:00:00Z"));
  private final Feeding connector = new Feeding();
  private Bench bench;
  private StreamRef connection;

  @BeforeEach
  void start() {
    var settings =
        new SyncSettings(
            Duration.ofMinutes(1),
            PAGES_AT_ONCE,
            4,
            0.1,
            Duration.ofMinutes(15),
            Duration.ofSeconds(1));
    bench = new Bench(folder.resolve("keys.json"), clock, settings, PATIENCE, List.of(connector));
    connection = bench.connect(connector, Map.of(), Map.of());
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void a_feed_that_is_refused_starves_no_other_and_is_told() {
    connector.refuse("leads", "right-missing");
    turn();
    assertThat(bench.known()).containsOnlyKeys("accounts/1", "cases/1");
    assertThat(Objects.requireNonNull(bench.state(connection).error()).detail()).contains("leads");
    assertThat(bench.connection(connection).state()).isEqualTo(State.FAILING);
  }

  @Test
  void each_that_is_refused_is_told() {
    connector.refuse("accounts", "right-missing");
    connector.refuse("leads", "field-missing");
    turn();
    var trouble = Objects.requireNonNull(bench.connection(connection).trouble());
    assertThat(trouble.code()).isEqualTo("right-missing");
    assertThat(trouble.detail()).contains("accounts", "leads");
  }

  @Test
  void once_it_may_be_read_it_is_and_nothing_is_the_matter() {
    connector.refuse("leads", "right-missing");
    turn();
    connector.refused.clear();
    clock.pass(Duration.ofMinutes(1));
    turn();
    assertThat(bench.known()).containsKey("leads/1");
    assertThat(bench.state(connection).error()).isNull();
    assertThat(bench.connection(connection).state()).isEqualTo(State.ACTIVE);
  }

  @Test
  void what_is_long_is_read_on_at_once_though_something_is_refused() {
    connector.refuse("accounts", "right-missing");
    connector.pages = 2 * PAGES_AT_ONCE;
    turn();
    assertThat(bench.state(connection).nextAt()).isEqualTo(clock.instant());
    for (var turn = 0; turn < 3; turn++) {
      turn();
    }
    assertThat(bench.known()).containsKeys("leads/14", "cases/14");
    turn();
    assertThat(bench.state(connection).nextAt()).isAfter(clock.instant());
    assertThat(bench.connection(connection).state()).isEqualTo(State.FAILING);
  }

  @Test
  void whose_key_is_not_known_asks_for_nothing_more() {
    connector.refuse("accounts", "credentials-refused");
    turn();
    assertThat(connector.asked).containsExactly("accounts");
  }

  @Test
  void a_record_that_is_passed_over_is_told_until_a_round_meets_none() {
    connector.unfit = List.of("The call c1 has no time.", "The call c2 has no time.");
    connector.pages = PAGES_AT_ONCE;
    for (var turn = 0; turn < 4; turn++) {
      turn();
    }
    var state = bench.state(connection);
    assertThat(Objects.requireNonNull(state.error()).detail()).contains("c1", "1 more");
    assertThat(state.nextAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));
    assertThat(bench.connection(connection).state()).isEqualTo(State.ACTIVE);
    connector.unfit = List.of();
    clock.pass(Duration.ofMinutes(1));
    for (var turn = 0; turn < 4; turn++) {
      turn();
    }
    assertThat(bench.state(connection).error()).isNull();
  }

  private void turn() {
    bench.started().once(connection).block(PATIENCE);
  }

  /** A system with three feeds, of some pages with a record each. */
  private static final class Feeding implements Reading {

    private final List<String> asked = new ArrayList<>();
    private final Map<String, String> refused = new HashMap<>();
    private int pages = 1;
    private List<String> unfit = List.of();

    void refuse(String feed, String code) {
      refused.put(feed, code);
    }

    @Override
    public ConnectorDescription description() {
      return new ConnectorDescription(
          "feeding", "Feeding", "", List.of(), List.of(), List.of(), List.of(), List.of(),
          List.of());
    }

    @Override
    public Mono<SignedIn> test(Access access) {
      return Mono.just(new SignedIn("Here.", null));
    }

    @Override
    public Flux<String> feeds(Access access) {
      return Flux.just("accounts", "leads", "cases");
    }

    @Override
    public Mono<Page> read(Access access, String feed, @Nullable String cursor) {
      asked.add(feed);
      var code = refused.get(feed);
      if (code != null) {
        return Mono.error(ConnectorException.refused(code, "You may not see " + feed + "."));
      }
      var number = cursor == null || cursor.equals("0") ? 1 : Integer.parseInt(cursor) + 1;
      var more = number < pages;
      var mapped = new Mapped(List.of(account(access, feed, number)), more ? List.of() : unfit);
      return Mono.just(new Page(mapped, more ? "" + number : "0", more, null));
    }

    private static SourceRecord account(Access access, String feed, int number) {
      var id = Integer.toString(number);
      var source = new Source(access.connection(), "feeding", feed, id, "1", null, null);
      var account =
          new AccountSeen(source, id, null, null, null, null, null, null, null, null, null, null);
      return new SourceRecord(feed, id, 1, account);
    }
  }
}
