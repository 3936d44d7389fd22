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
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import rapport.contracts.AccountSignal.ChampionAssessed;
import rapport.contracts.AccountSignal.ContractRecorded;
import rapport.contracts.AccountSignal.Direction;
import rapport.contracts.AccountSignal.InteractionLogged;
import rapport.contracts.AccountSignal.UsageReported;
import rapport.health.account.AccountFacts;
import rapport.health.store.JobStores;
import rapport.runtime.outbox.OutboxRelay;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.store.DocumentStore;
import rapport.testkit.EmbeddedStore;
import rapport.testkit.Patience;
import reactor.core.publisher.Flux;

/**
 * Evaluates many accounts and prints how long it took. {@code -Drapport.health.evaluated=50000}
 * takes that many, for which the store in memory wants some gigabytes.
 */
class EvaluationsTest {

  private static final int ACCOUNTS = Integer.getInteger("rapport.health.evaluated", 300);
  private static final int AT_ONCE = 200;
  private static final Instant NOW = Instant.parse("2026-03-10T08:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-03-10");

  private final MongoClient client = MongoClients.create(EmbeddedStore.shared().uri());
  private final JobStores stores =
      new JobStores(new DocumentStore(client, "evaluations-" + UUID.randomUUID()));
  private final Evaluations evaluations =
      new Evaluations(
          stores.facts(),
          stores.healths(),
          stores.snapshots(),
          stores.alerts(),
          stores.models(),
          new StaticListableBeanFactory().getBeanProvider(OutboxRelay.class),
          Clock.fixed(NOW, ZoneOffset.UTC));

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void every_account_is_evaluated_and_due_no_more() {
    var facts = facts();
    var refs = IntStream.range(0, ACCOUNTS).mapToObj(i -> new StreamRef("acme", "a" + i)).toList();
    var told =
        Flux.fromIterable(refs)
            .concatMap(ref -> stores.facts().save("acme", ref.stream(), facts, 0, 1, List.of()))
            .all(saved -> saved)
            .block(Patience.PATIENCE.multipliedBy(10));
    assertThat(told).isTrue();
    evaluate(refs);
    var begin = System.nanoTime();
    evaluate(refs);
    var took = Duration.ofNanos(System.nanoTime() - begin);
    System.out.printf(
        "%d accounts evaluated and stored in %d ms: %.0f a second, 50,000 in %.0f s%n",
        ACCOUNTS,
        took.toMillis(),
        1000.0 * ACCOUNTS / took.toMillis(),
        50.0 * took.toMillis() / ACCOUNTS);
    assertThat(stores.facts().due(1).collectList().block(Patience.PATIENCE)).isEmpty();
    assertThat(stores.healths().listed("acme").count().block(Patience.PATIENCE))
        .isEqualTo(ACCOUNTS);
  }

  private void evaluate(List<StreamRef> refs) {
    var all =
        Flux.fromIterable(refs)
            .buffer(AT_ONCE)
            .concatMap(evaluations::evaluate)
            .all(stored -> stored)
            .block(Patience.PATIENCE.multipliedBy(10));
    assertThat(all).isTrue();
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
    for (int i = 0; i < 40; i++) {
      var at = NOW.minus(Duration.ofDays(3L * i));
      facts =
          facts.apply(
              new InteractionLogged(
                  "i" + i, "call", at, Direction.INBOUND, List.of("c" + i % 5), false, .4, "crm"));
    }
    return facts;
  }
}
