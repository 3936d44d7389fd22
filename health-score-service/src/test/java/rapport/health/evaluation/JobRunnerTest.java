package rapport.health.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.contracts.AccountSignal.AccountArchived;
import rapport.contracts.AccountSignal.ChampionAssessed;
import rapport.contracts.AccountSignal.Direction;
import rapport.contracts.AccountSignal.InteractionLogged;
import rapport.health.account.AccountFacts;
import rapport.health.job.Cadence;
import rapport.health.model.ModelFile;
import rapport.health.review.Review;
import rapport.health.score.ScoringModel;
import rapport.health.store.Carried;
import rapport.health.store.JobStores;
import rapport.health.store.Jobs;
import rapport.health.store.Snapshots.Snapshot;
import rapport.health.store.Weeks;
import rapport.runtime.store.DocumentStore;
import rapport.testkit.EmbeddedStore;
import rapport.testkit.Patience;
import reactor.core.publisher.Mono;

/** Jobs over days, with a clock that is set, over a real store. */
class JobRunnerTest {

  private static final int ACCOUNTS = 7;
  private static final String WORKSPACE = "acme";

  private final MongoClient client = MongoClients.create(EmbeddedStore.shared().uri());
  private final JobStores stores =
      new JobStores(new DocumentStore(client, "jobs-" + UUID.randomUUID()));
  private final SetClock clock = new SetClock(Instant.parse("2026-03-10T08:00:00Z"));

  @BeforeEach
  void tellOfAccounts() {
    for (int i = 0; i < ACCOUNTS; i++) {
      var facts = AccountFacts.NONE.apply(new ChampionAssessed("c", 50, 0, 0, 0, null));
      if (i == 0) {
        facts = facts.apply(talk());
      }
      await(stores.facts().save(WORKSPACE, "account-" + i, facts, 0, 1, List.of()));
    }
  }

  private static InteractionLogged talk() {
    var at = Instant.parse("2026-03-12T08:00:00Z");
    return new InteractionLogged(
        "i", "call", at, Direction.INBOUND, List.of("c"), false, null, "crm");
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void begins_with_the_periods_that_ended_last() {
    await(runner().runDue());
    assertThat(runs())
        .containsExactlyInAnyOrder(
            "daily-2026-03-09 done 1",
            "weekly-2026-03-02 done 1",
            "monthly-2026-02-01 done 1",
            "quarterly-2025-10-01 done 1");
    assertThat(snapshots("2026-03-09")).hasSize(ACCOUNTS);
  }

  @Test
  void runs_once_for_a_period_however_often_it_looks() {
    await(runner().runDue());
    await(runner().runDue());
    clock.goOn(Duration.ofHours(5));
    await(runner().runDue());
    assertThat(runs()).hasSize(4).allMatch(it -> it.endsWith("done 1"));
  }

  @Test
  void makes_up_for_the_days_it_was_down() {
    await(runner().runDue());
    clock.goOn(Duration.ofDays(3));
    await(runner().runDue());
    assertThat(runs())
        .containsExactlyInAnyOrder(
            "quarterly-2025-10-01 done 1",
            "monthly-2026-02-01 done 1",
            "weekly-2026-03-02 done 1",
            "daily-2026-03-09 done 1",
            "daily-2026-03-10 done 1",
            "daily-2026-03-11 done 1",
            "daily-2026-03-12 done 1");
    assertThat(snapshots("2026-03-11")).hasSize(ACCOUNTS);
  }

  @Test
  void two_instances_share_the_work() {
    await(Mono.when(runner().runDue(), runner().runDue()));
    assertThat(runs()).hasSize(4).allMatch(it -> it.endsWith("done 1"));
  }

  @Test
  void a_run_that_was_killed_is_taken_over_where_it_stood() {
    var period = Cadence.DAILY.due(LocalDate.parse("2026-03-10"), null).getFirst();
    var killed =
        await(
            stores
                .jobs()
                .begin(WORKSPACE, period, clock.instant())
                .flatMap(run ->
                    stores.jobs().reached(run.further("account-3", 4, ""), clock.instant())));
    await(runner().runDue());
    assertThat(runs()).contains("daily-2026-03-09 running 1");
    clock.goOn(Duration.ofMinutes(3));
    await(runner().runDue());
    assertThat(runs()).contains("daily-2026-03-09 done 2");
    assertThat(snapshots("2026-03-09"))
        .extracting(Snapshot::account)
        .containsExactly("account-4", "account-5", "account-6");
    assertThat(stores.jobs().reached(killed, clock.instant()).blockOptional())
        .as("what the killed one still writes")
        .isEmpty();
  }

  @Test
  void a_day_ends_when_it_does_in_the_workspace() {
    var yaml = ModelFile.write(ScoringModel.STANDARD, ZoneId.of("Pacific/Auckland"));
    await(stores.models().save(WORKSPACE, yaml, 1, "user-1", clock.instant()));
    clock.goOn(Duration.ofHours(4));
    await(runner().runDue());
    assertThat(runs()).contains("daily-2026-03-10 done 1");
  }

  @Test
  void a_week_adds_up_what_accounts_talked_and_forgets_what_was_kept_long_enough() {
    var old = LocalDate.parse("2024-12-31");
    await(runner().runDue());
    await(keep(old));
    assertThat(snapshots(old.toString())).hasSize(1);
    clock.goOn(Duration.ofDays(7));
    await(runner().runDue());
    assertThat(snapshots(old.toString())).isEmpty();
    assertThat(snapshots("2026-03-09")).hasSize(ACCOUNTS);
    var weeks = await(stores.weeks().newest(WORKSPACE, 10).collectList());
    assertThat(weeks)
        .extracting(Weeks.Week::from)
        .containsExactly(LocalDate.parse("2026-03-09"), LocalDate.parse("2026-03-02"));
    assertThat(weeks.getFirst().engagement().accounts()).isEqualTo(ACCOUNTS);
    assertThat(weeks.getFirst().engagement().active()).isEqualTo(1);
  }

  @Test
  void a_week_is_of_the_accounts_that_are_looked_after() {
    var known = await(stores.facts().find(WORKSPACE, "account-5"));
    var archived = known.view().apply(new AccountArchived());
    var rev = known.rev();
    await(stores.facts().save(WORKSPACE, "account-5", archived, rev, rev + 1, List.of()));
    await(runner().runDue());
    var week = await(stores.weeks().newest(WORKSPACE, 1).next());
    assertThat(week.engagement().accounts()).isEqualTo(ACCOUNTS - 1);
  }

  private Mono<Void> keep(LocalDate day) {
    return stores
        .healths()
        .find(WORKSPACE, "account-0")
        .flatMap(it -> stores.snapshots().save(WORKSPACE, day, List.of(it.account())));
  }

  @Test
  void a_quarter_leaves_a_review_of_every_account() {
    await(runner().runDue());
    assertThat(await(stores.reviews().of(WORKSPACE, "2025-Q4", "", 100).collectList()))
        .extracting(Review::account)
        .hasSize(ACCOUNTS)
        .isSorted();
    var review = await(stores.reviews().of(WORKSPACE, "2025-Q4", "account-3"));
    assertThat(review.champion()).isEqualTo(50);
  }

  @Test
  void what_somebody_asks_for_is_done_once_by_its_name() {
    await(runner().runDue());
    await(stores.jobs().ask(WORKSPACE, "model-1", clock.instant()));
    await(stores.jobs().ask(WORKSPACE, "model-1", clock.instant()));
    await(runner().runDue());
    await(runner().runDue());
    assertThat(runs()).contains("model-1 done 1").hasSize(5);
  }

  @Test
  void sums_are_carried_over_to_whoever_takes_over() {
    var period = Cadence.DAILY.due(LocalDate.parse("2026-03-10"), null).getFirst();
    var scores = Carried.of(new DailyWork.Scores(4, 80));
    await(
        stores
            .jobs()
            .begin(WORKSPACE, period, clock.instant())
            .flatMap(run ->
                stores.jobs().reached(run.further("account-3", 4, scores), clock.instant())));
    clock.goOn(Duration.ofMinutes(3));
    await(runner().runDue());
    assertThat(await(stores.jobs().newest(WORKSPACE).collectList()))
        .filteredOn(run -> run.name().equals("daily-2026-03-09"))
        .singleElement()
        .returns(7L, Jobs.Seen::accounts);
  }

  private JobRunner runner() {
    return new Running(stores, clock).jobs(2);
  }

  private List<String> runs() {
    return await(
        stores
            .jobs()
            .newest(WORKSPACE)
            .map(it -> it.name() + " " + it.state() + " " + it.holders())
            .collectList());
  }

  private List<Snapshot> snapshots(String day) {
    var accounts = IntStream.range(0, ACCOUNTS).mapToObj(i -> "account-" + i).toList();
    return await(
        stores.snapshots().on(WORKSPACE, accounts, List.of(LocalDate.parse(day))).collectList());
  }

  @SuppressWarnings("NullAway") // nothing is read of a Mono without a value
  private static <T> T await(Mono<T> mono) {
    return mono.block(Patience.PATIENCE);
  }

  /** A clock that goes on when it is told to. */
  private static final class SetClock extends Clock {
    private Instant now;

    SetClock(Instant now) {
      this.now = now;
    }

    void goOn(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
