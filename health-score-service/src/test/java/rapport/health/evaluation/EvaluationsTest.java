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
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rapport.contracts.AccountSignal;
import rapport.contracts.AccountSignal.ChampionAssessed;
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

  private void tell() {
    var facts = facts();
    var told =
        refs.stream()
            .map(ref -> new Views.Change<AccountFacts, AccountSignal>(ref, facts, 0, 1, List.of()))
            .toList();
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
