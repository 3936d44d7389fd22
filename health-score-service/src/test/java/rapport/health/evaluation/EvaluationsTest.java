package rapport.health.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rapport.contracts.AccountSignal;
import rapport.contracts.AccountSignal.AccountArchived;
import rapport.contracts.AccountSignal.ChampionAssessed;
import rapport.contracts.AccountSignal.CompetitorMentioned;
import rapport.contracts.AccountSignal.ContractRecorded;
import rapport.contracts.AccountSignal.UsageReported;
import rapport.health.account.AccountFacts;
import rapport.health.store.JobStores;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.projection.Views;
import rapport.runtime.store.DocumentStore;
import rapport.testkit.EmbeddedStore;
import rapport.testkit.Patience;
import reactor.core.publisher.Mono;

/** Accounts are scored in batches, and written when something came out differently. */
class EvaluationsTest {

  private static final int ACCOUNTS = 30;
  private static final Instant NOW = Instant.parse("2026-03-10T08:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-03-10");

  private final MongoClient client = MongoClients.create(EmbeddedStore.shared().uri());
  private final JobStores stores =
      new JobStores(new DocumentStore(client, "evaluations-" + UUID.randomUUID()));
  private final List<StreamRef> refs =
      IntStream.range(0, ACCOUNTS).mapToObj(i -> new StreamRef("acme", "a" + i)).toList();

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void every_account_is_evaluated_and_due_no_more() {
    tell();
    assertThat(await(at(NOW).evaluate(refs))).isTrue();
    assertThat(await(stores.facts().due(1)).accounts()).isEmpty();
    assertThat(await(stores.healths().listed("acme").count())).isEqualTo(ACCOUNTS);
  }

  @Test
  void nothing_is_written_while_nothing_comes_out_differently() {
    tell();
    await(at(NOW).evaluate(refs));
    var before = await(stores.healths().find("acme", "a7"));
    await(at(NOW.plusMillis(1)).evaluate(refs));
    assertThat(await(stores.healths().find("acme", "a7"))).isEqualTo(before);
    await(at(NOW.plus(Duration.ofDays(1))).evaluate(refs));
    assertThat(await(stores.healths().find("acme", "a7")).version()).isEqualTo(2);
  }

  @Test
  void accounts_that_two_evaluate_at_once_are_stored_once_and_left_to_nobody() {
    tell();
    await(Mono.when(at(NOW).evaluate(refs), at(NOW.plusMillis(1)).evaluate(refs)));
    assertThat(await(stores.facts().due(1)).accounts()).isEmpty();
    assertThat(await(stores.healths().listed("acme").count())).isEqualTo(ACCOUNTS);
    assertThat(await(stores.healths().find("acme", "a7")).version()).isEqualTo(1);
  }

  @Test
  void alerts_of_an_account_that_is_looked_after_no_longer_are_over() {
    var ref = refs.getFirst();
    var named = facts().apply(new CompetitorMentioned("m", "Rival", NOW, 1, true, true, null));
    await(stores.facts().saveAll(List.of(change(ref, named, 0))));
    await(at(NOW).evaluate(List.of(ref)));
    assertThat(await(stores.alerts().open("acme", List.of("a0")))).containsEntry("a0", 1L);

    await(stores.facts().saveAll(List.of(change(ref, named.apply(new AccountArchived()), 1))));
    await(at(NOW.plusSeconds(60)).evaluate(List.of(ref)));

    assertThat(await(stores.alerts().open("acme", List.of("a0")))).isEmpty();
    var latest = await(stores.alerts().latest(List.of(ref), NOW)).getOrDefault(ref, Map.of());
    assertThat(latest.values())
        .extracting(it -> Objects.requireNonNull(it.alert().cleared()).reason())
        .containsExactly("no-longer-a-customer");
  }

  private static Views.Change<AccountFacts, AccountSignal> change(
      StreamRef ref, AccountFacts facts, long rev) {
    return new Views.Change<>(ref, facts, rev, rev + 1, List.of());
  }

  private void tell() {
    var facts = facts();
    var told = refs.stream().map(ref -> change(ref, facts, 0)).toList();
    await(stores.facts().saveAll(told));
  }

  private Evaluations at(Instant now) {
    return new Running(stores, Clock.fixed(now, ZoneOffset.UTC)).evaluations();
  }

  @SuppressWarnings("NullAway") // nothing is read of a Mono without a value
  private static <T> T await(Mono<T> mono) {
    return mono.block(Patience.PATIENCE);
  }

  private static AccountFacts facts() {
    var facts = AccountFacts.NONE.apply(new ChampionAssessed("c", 50, 0, 0, 0, null));
    facts =
        facts.apply(
            new ContractRecorded(
                "k",
                TODAY.minusDays(300),
                TODAY.plusDays(200),
                BigDecimal.valueOf(12_000),
                "EUR",
                80,
                90,
                "active",
                null));
    for (int day = 90; day > 0; day--) {
      facts = facts.apply(new UsageReported(TODAY.minusDays(day), 40, 50, 80, 6, 10));
    }
    return facts;
  }
}
