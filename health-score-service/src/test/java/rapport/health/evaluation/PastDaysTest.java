package rapport.health.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rapport.contracts.AccountSignal;
import rapport.contracts.AccountSignal.AccountRecorded;
import rapport.contracts.AccountSignal.ChampionAssessed;
import rapport.contracts.AccountSignal.ContractRecorded;
import rapport.contracts.AccountSignal.Direction;
import rapport.contracts.AccountSignal.InteractionLogged;
import rapport.contracts.AccountSignal.LifecycleMoved;
import rapport.contracts.AccountSignal.Position;
import rapport.contracts.AccountSignal.UsageReported;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.EventCodec;
import rapport.contracts.WireMessage;
import rapport.health.account.AccountFacts;
import rapport.health.evaluation.PastDays.Range;
import rapport.health.store.JobStores;
import rapport.health.store.Snapshots.Snapshot;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.store.DocumentStore;
import rapport.testkit.EmbeddedStore;
import rapport.testkit.Patience;
import reactor.core.publisher.Mono;

/** Days before an account was known here, over a real store. */
class PastDaysTest {

  private static final String WORKSPACE = "acme";
  private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
  private static final LocalDate SINCE = TODAY.minusDays(300);
  private static final EventCodec<AccountSignal> CODEC = new EventCodec<>(EventCatalog.ACCOUNT);

  private final MongoClient client = MongoClients.create(EmbeddedStore.shared().uri());
  private final JobStores stores =
      new JobStores(new DocumentStore(client, "past-" + UUID.randomUUID()));
  private final List<AccountSignal> told = new ArrayList<>();
  private final PastDays past =
      new PastDays(
          stores.facts(),
          (_, stream, _, _) -> Mono.just(messages(stream)),
          stores.snapshots(),
          stores.days(),
          stores.healths(),
          stores.models());

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void days_that_are_long_over_are_scored_by_what_was_used_then() {
    accountThatIsUsedLess();

    makeUp(new Range(TODAY.minusDays(400), TODAY.minusDays(1), 10, 0));

    var scores = snapshots().stream().map(Snapshot::score).toList();
    assertThat(snapshots().getFirst().day()).as("no customer before").isAfterOrEqualTo(SINCE);
    assertThat(scores).as("once every ten days").hasSize(30);
    assertThat(scores.get(10)).isGreaterThan(scores.get(28) + 20);
    assertThat(await(stores.days().of(WORKSPACE, SINCE, TODAY).collectList())).hasSize(30);
  }

  @Test
  void a_day_that_was_kept_stays_as_it_is_and_doing_it_again_changes_nothing() {
    accountThatIsUsedLess();
    var range = new Range(TODAY.minusDays(3), TODAY.minusDays(1), 1, 0);
    makeUp(range);
    var first = snapshots();
    told.clear();

    makeUp(range);

    assertThat(first).hasSize(3);
    assertThat(snapshots()).isEqualTo(first);
  }

  @Test
  void how_far_an_account_moved_in_a_week_is_known_at_once() {
    accountThatIsUsedLess();
    var today = TODAY.atStartOfDay(ZoneOffset.UTC).toInstant();
    var running = new Running(stores, Clock.fixed(today, ZoneOffset.UTC));
    var mill = new StreamRef(WORKSPACE, "mill");
    assertThat(await(running.evaluations().evaluate(List.of(mill)))).isTrue();

    makeUp(new Range(TODAY.minusDays(20), TODAY.minusDays(1), 1, 0));

    var known = await(stores.healths().find(WORKSPACE, "mill")).account();
    assertThat(known.recent()).hasSize(15);
    assertThat(known.recent().getLast().day()).isEqualTo(TODAY);
    var weekAgo = known.recent().get(7);
    assertThat(weekAgo.day()).isEqualTo(TODAY.minusDays(7));
    assertThat(known.weekChange(ZoneOffset.UTC))
        .contains(known.score().orElseThrow() - weekAgo.score());
  }

  @Test
  void days_long_ago_may_be_far_apart_and_the_last_ones_one_by_one() {
    var range = new Range(TODAY.minusDays(30), TODAY.minusDays(1), 7, 3);
    assertThat(range.days())
        .containsExactly(
            TODAY.minusDays(30),
            TODAY.minusDays(23),
            TODAY.minusDays(16),
            TODAY.minusDays(9),
            TODAY.minusDays(3),
            TODAY.minusDays(2),
            TODAY.minusDays(1));
    assertThat(new Range(TODAY.minusDays(2), TODAY.minusDays(1), 7, 60).days()).hasSize(2);
    assertThat(new Range(TODAY.minusDays(2), TODAY.minusDays(1), 1, 0).days()).hasSize(2);
  }

  @Test
  void every_account_has_its_turn() {
    accountThatIsUsedLess();
    var accounts = new ArrayList<>(List.of("mill"));
    for (int i = 0; i < 9; i++) {
      accounts.add("other-" + i);
      await(stores.facts().save(WORKSPACE, "other-" + i, facts(), 0, 1, List.of()));
    }

    makeUp(new Range(TODAY.minusDays(1), TODAY.minusDays(1), 1, 0));

    assertThat(
            await(
                stores
                    .snapshots()
                    .on(WORKSPACE, accounts, List.of(TODAY.minusDays(1)))
                    .collectList()))
        .hasSize(10);
  }

  private void accountThatIsUsedLess() {
    told.add(new AccountRecorded("Mill", null, null, null, null, "archive", SINCE));
    told.add(new LifecycleMoved(null, new Position("customer", "adoption"), null, "new", "ada"));
    told.add(
        new ContractRecorded(
            "k",
            SINCE,
            SINCE.plusYears(2),
            BigDecimal.valueOf(9_000),
            "EUR",
            100,
            null,
            "active",
            null));
    told.add(new ChampionAssessed("c", 60, 0, 0, 0, null));
    for (var day = SINCE; day.isBefore(TODAY); day = day.plusDays(20)) {
      var at = day.atStartOfDay(ZoneOffset.UTC).toInstant();
      told.add(
          new InteractionLogged(
              "i-" + day, "call", at, Direction.INBOUND, List.of("c"), true, .5, "gong"));
    }
    for (var day = SINCE; day.isBefore(TODAY); day = day.plusDays(1)) {
      var users = day.isBefore(TODAY.minusDays(100)) ? 60 : 6;
      told.add(new UsageReported(day, users, users, 100, 8, 10));
    }
    await(stores.facts().save(WORKSPACE, "mill", facts(), 0, told.size(), List.of()));
  }

  private AccountFacts facts() {
    var facts = AccountFacts.NONE;
    for (var signal : told) {
      facts = facts.apply(signal);
    }
    return facts;
  }

  private void makeUp(Range range) {
    @Nullable String after = "";
    while (after != null) {
      after = past.accounts(WORKSPACE, range, after).block(Patience.PATIENCE);
    }
    @Nullable LocalDate day = range.from();
    while (day != null) {
      day = past.sums(WORKSPACE, range, day).block(Patience.PATIENCE);
    }
  }

  private List<Snapshot> snapshots() {
    return await(
        stores.snapshots().of(WORKSPACE, "mill", TODAY.minusDays(500), TODAY).collectList());
  }

  private List<WireMessage> messages(String stream) {
    var at = Instant.from(TODAY.atStartOfDay(ZoneOffset.UTC));
    var rev = 0L;
    var messages = new ArrayList<WireMessage>();
    for (var signal : told) {
      rev++;
      messages.add(
          CODEC.encode(
              new Envelope<>(stream + ":" + rev, WORKSPACE, stream, rev, at, null, null, signal)));
    }
    return messages;
  }

  @SuppressWarnings("NullAway") // nothing is read of a Mono without a value
  private static <T> T await(Mono<T> mono) {
    return mono.block(Patience.PATIENCE);
  }
}
