package rapport.integrations.push.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.testkit.Patience.PATIENCE;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rapport.contracts.ConsentPurpose;
import rapport.contracts.FieldValue;
import rapport.contracts.IntegrationEvent;
import rapport.contracts.IntegrationEvent.AccountSeen;
import rapport.contracts.IntegrationEvent.Source;
import rapport.integrations.connector.SourceRecord;
import rapport.integrations.push.Job.State;
import rapport.integrations.push.Kind;
import rapport.integrations.push.Known;
import rapport.integrations.push.Said;
import rapport.integrations.push.store.Jobs.Intended;
import rapport.simulators.Faults;
import reactor.core.Disposable;
import reactor.core.Disposables;
import tools.jackson.databind.node.ObjectNode;

/** What Salesforce has of what we know, whatever goes wrong on the way. */
class PushWorkTest extends PushingToSalesforce {

  private static final int CHAOS_TURNS = Integer.getInteger("rapport.chaos.turns", 12);

  @Test
  void nothing_is_pushed_unless_somebody_wants_it() {
    bench.lead("l-1");
    bench.run();
    assertThat(tables.last("Lead")).isEmpty();
  }

  @Test
  void what_was_known_before_is_pushed_once_it_is_wanted_in_collections_of_200() {
    IntStream.range(0, 450).forEach(i -> bench.lead("l-" + i));
    bench.spread();
    bench.push(Kind.LEAD);
    bench.run();
    assertThat(tables.last("Lead")).hasSize(450);
    assertThat(salesforce.collections()).containsExactly(200, 200, 50);
  }

  @Test
  void of_whoever_does_not_want_it_nothing_is_pushed_any_more_until_they_agree_again() {
    bench.push(Kind.LEAD);
    bench.lead("l-1", "company", "Acme");
    bench.lead("l-2", "company", "Bolt");
    bench.withholds("l-2", ConsentPurpose.CRM, ConsentPurpose.MODEL);
    bench.run();
    assertThat(tables.last("Lead")).hasSize(1);

    bench.withholds("l-1", ConsentPurpose.CRM);
    bench.withholds("l-2", ConsentPurpose.MODEL);
    bench.lead("l-1", "company", "Acme Holding");
    bench.lead("l-2", "company", "Bolt Holding");
    bench.run();
    assertThat(there("l-1").get("Company").stringValue()).isEqualTo("Acme");
    assertThat(there("l-2").get("Company").stringValue()).isEqualTo("Bolt Holding");
  }

  @Test
  void several_changes_within_a_moment_are_written_once_as_they_are_at_last() {
    bench.push(Kind.LEAD);
    bench.lead("l-1", "company", "Acme");
    bench.spread();
    bench.lead("l-1", "company", "Acme Inc");
    bench.lead("l-1", "company", "Acme Holding");
    bench.run();
    assertThat(salesforce.collections()).containsExactly(1);
    assertThat(there("l-1").get("Company").stringValue()).isEqualTo("Acme Holding");
    bench.lead("l-1", "company", "Acme Holding");
    bench.run();
    assertThat(salesforce.collections()).as("nothing is other than before").containsExactly(1);
  }

  @Test
  void what_somebody_wrote_over_there_stays_and_it_is_said_so() {
    bench.push(Kind.LEAD);
    bench.lead("l-1", "company", "Acme");
    bench.run();
    edit("Lead", there("l-1"), "Company", "Acme & Sons");
    bench.lead("l-1", "company", "Acme Inc");
    bench.run();
    assertThat(there("l-1").get("Company").stringValue()).isEqualTo("Acme & Sons");
    assertThat(bench.job(Kind.LEAD, "l-1").kept()).containsExactly("company");
  }

  @Test
  void a_lead_that_is_there_already_by_its_address_is_not_doubled() {
    tables.put(
        "Lead",
        "00Q000000000009AAA",
        clock.instant(),
        Duration.ZERO,
        Map.of("LastName", "Leigh", "Email", "L-1@Acme.example"));
    bench.push(Kind.LEAD);
    bench.lead("l-1", "company", "Acme");
    bench.run();
    assertThat(tables.last("Lead")).hasSize(1);
    assertThat(there("l-1").get("LastName").stringValue()).isEqualTo("Leigh");
    assertThat(there("l-1").get("Company").stringValue()).isEqualTo("Acme");
  }

  @Test
  void a_company_that_was_read_from_there_gets_its_score_and_no_double() {
    tables.put(
        "Account", "001000000000007AAA", clock.instant(), Duration.ZERO, Map.of("Name", "Acme"));
    var source =
        new Source(
            bench.connection.stream(),
            "salesforce",
            "Account",
            "001000000000007AAA",
            "1",
            null,
            null);
    var seen =
        new AccountSeen(source, "Acme", null, null, null, null, null, null, null, null, null, null);
    bench
        .bench
        .records
        .take(
            bench.bench.workspace,
            bench.connection.stream(),
            List.of(new SourceRecord("Account", "001000000000007AAA", 1, seen)))
        .then()
        .block(PATIENCE);
    bench.streams.put(
        "a-1",
        IntegrationEvent.streamOf(bench.connection.stream(), "Account", "001000000000007AAA"));
    bench.push(Kind.ACCOUNT);
    bench.know("account", "a-1", new Known("Acme", true, Map.of("name", Said.ours("Acme Corp"))));
    bench.know(
        "health",
        "a-1",
        new Known("Acme", false, Map.of("health_score", Said.figure(FieldValue.Num.of(73)))));
    bench.run();
    assertThat(tables.last("Account").values())
        .singleElement()
        .satisfies(row -> {
          assertThat(row.get("Name").stringValue()).isEqualTo("Acme");
          assertThat(row.get("Rapport_Health__c").intValue()).isEqualTo(73);
          assertThat(row.get("Rapport_Id__c").stringValue()).isEqualTo("a-1");
        });
  }

  @Test
  void one_record_that_is_refused_keeps_none_of_the_others_and_goes_when_it_is_retried() {
    bench.push(Kind.LEAD);
    salesforce.refuse("l-1", "REQUIRED_FIELD_MISSING");
    bench.lead("l-1");
    bench.lead("l-2");
    bench.run();
    assertThat(bench.job(Kind.LEAD, "l-2").state()).isEqualTo(State.DONE);
    var refused = bench.job(Kind.LEAD, "l-1");
    assertThat(refused.state()).isEqualTo(State.REFUSED);
    assertThat(Objects.requireNonNull(refused.error()).code()).isEqualTo("required-field-missing");
    assertThat(refused.error().fields()).containsExactly("LastName");
    clock.pass(Duration.ofDays(1));
    bench.run();
    assertThat(salesforce.collections()).as("it is not tried by itself").containsExactly(2);
    salesforce.refuse("l-1", "");
    bench.jobs.retryRefused(bench.connection, clock.instant()).then().block(PATIENCE);
    bench.pushes.hurry(bench.connection, clock.instant()).block(PATIENCE);
    bench.run();
    assertThat(bench.job(Kind.LEAD, "l-1").state()).isEqualTo(State.DONE);
    assertThat(tables.last("Lead")).hasSize(2);
  }

  @Test
  void one_that_is_locked_over_there_is_tried_again_by_itself() {
    bench.push(Kind.LEAD);
    salesforce.refuse("l-1", "UNABLE_TO_LOCK_ROW");
    bench.lead("l-1");
    bench.run();
    assertThat(bench.job(Kind.LEAD, "l-1").state()).isEqualTo(State.WAITING);
    salesforce.refuse("l-1", "");
    clock.pass(Duration.ofMinutes(1));
    bench.run();
    assertThat(bench.job(Kind.LEAD, "l-1").state()).isEqualTo(State.DONE);
  }

  @Test
  void stops_when_only_the_reserve_of_requests_is_left_and_goes_on_where_it_was() {
    bench.push(Kind.LEAD);
    IntStream.range(0, 900).forEach(i -> bench.lead("l-" + i));
    salesforce.allow(18);
    bench.run();
    assertThat(tables.last("Lead").size()).isBetween(200, 800);
    assertThat(bench.stored().progress().error()).isNull();
    assertThat(bench.stored().nextAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));
    salesforce.allow(1_000_000);
    clock.pass(Duration.ofMinutes(15));
    bench.run();
    assertThat(tables.last("Lead")).hasSize(900);
  }

  @Test
  void whoever_was_away_too_long_settles_nothing() {
    bench.push(Kind.LEAD);
    bench.lead("l-1", "company", "Acme");
    bench.spread();
    clock.pass(Duration.ofSeconds(3));
    salesforce.onRequest(
        3,
        () -> { // while the first one writes, another one takes the record over
          var mine = List.of(new Intended(bench.job(Kind.LEAD, "l-1"), null, Map.of()));
          bench.jobs.intend(bench.connection, "another", mine).then().block(PATIENCE);
        });
    bench.started().once(bench.connection).block(PATIENCE);
    assertThat(bench.job(Kind.LEAD, "l-1").state()).isEqualTo(State.WAITING);
    clock.pass(Duration.ofMinutes(1));
    bench.lead("l-1", "company", "Acme Group");
    bench.run();
    assertThat(there("l-1").get("Company").stringValue()).isEqualTo("Acme Group");
    assertThat(tables.last("Lead")).hasSize(1);
    assertThat(bench.job(Kind.LEAD, "l-1").state()).isEqualTo(State.DONE);
  }

  @Test
  void whatever_fails_and_whoever_is_killed_each_is_there_once_as_it_is_at_last() {
    bench.push(Kind.LEAD, Kind.TASK);
    var random = new Random(7);
    var killed = Disposables.swap();
    var faults = new Faults(random, 0.2, () -> killed.get().dispose());
    salesforce.failBy(faults);
    var last = new HashMap<String, String>();
    for (var turn = 0; turn < CHAOS_TURNS; turn++) {
      for (var change = 0; change < 20; change++) {
        var id = "l-" + random.nextInt(100);
        var company = "Acme " + random.nextInt(1_000);
        last.put(id, company);
        bench.lead(id, "company", company);
      }
      bench.spread();
      clock.pass(Duration.ofSeconds(3));
      turnUnder(killed);
      clock.pass(Duration.ofMinutes(random.nextInt(8)));
    }
    faults.end();
    for (var round = 0; round < 4; round++) {
      clock.pass(Duration.ofMinutes(16));
      bench.run();
    }
    assertThat(faults.kills()).as("somebody was killed").isPositive();
    assertThat(tables.last("Lead")).hasSameSizeAs(last);
    last.forEach((id, company) ->
        assertThat(there(id).get("Company").stringValue()).as(id).isEqualTo(company));
  }

  private void turnUnder(Disposable.Swap killed) {
    var ended = new CountDownLatch(1);
    killed.replace(
        bench
            .started()
            .once(bench.connection)
            .onErrorComplete()
            .doFinally(_ -> ended.countDown())
            .subscribe());
    try {
      if (!ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("a turn does not end");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void edit(String object, ObjectNode row, String field, String value) {
    tables.edit(object, row.get("Id").stringValue(), clock.instant(), field, value);
  }
}
