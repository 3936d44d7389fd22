package rapport.integrations.push.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.testkit.Patience.PATIENCE;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rapport.contracts.FieldValue;
import rapport.integrations.connection.Connection;
import rapport.integrations.outbound.Message;
import rapport.integrations.outbound.Outcome;
import rapport.integrations.push.Job.Origin;
import rapport.integrations.push.Kind;
import rapport.integrations.push.PushSettings.Erase;
import rapport.runtime.privacy.PrivacyOwner;
import rapport.runtime.privacy.PrivacyReport;
import rapport.runtime.privacy.PrivacyReport.Count;
import rapport.runtime.privacy.PrivacyTask;
import rapport.runtime.privacy.Subject;
import rapport.simulators.Faults;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What becomes in Salesforce of what was pushed there, when whom it is of is erased here. */
class ErasedRecordsTest extends PushingToSalesforce {

  private final Receipt receipt = new Receipt();

  @Test
  void what_was_pushed_of_the_erased_is_deleted_over_there_and_that_of_others_stays() {
    bench.push(Kind.LEAD);
    bench.lead("l-1");
    bench.lead("l-2");
    bench.run();

    assertThat(erase("erasure-1", "l-1")).containsExactly(new Count("salesforce/asked", 1));
    bench.run();

    assertThat(leads()).containsExactly("l-2");
    assertThat(told()).containsEntry("salesforce/deleted", 1L);
    assertThat(bench.jobs.written(bench.bench.workspace, List.of("l-1")).count().block(PATIENCE))
        .isZero();
  }

  @Test
  void they_are_deleted_in_collections_of_200_and_each_receipt_has_its_own_count() {
    bench.push(Kind.LEAD);
    IntStream.range(0, 450).forEach(n -> bench.lead("l-" + n));
    bench.run();

    erase("erasure-1", IntStream.range(0, 449).mapToObj(n -> "l-" + n).toArray(String[]::new));
    erase("erasure-2", "l-449");
    bench.run();

    assertThat(leads()).isEmpty();
    assertThat(salesforce.deletions()).containsExactly(200, 200, 50);
    told();
    assertThat(receipt.counts("erasure-1")).containsEntry("salesforce/deleted", 449L);
    assertThat(receipt.counts("erasure-2")).containsEntry("salesforce/deleted", 1L);
  }

  @Test
  void a_record_that_was_there_before_us_stays_and_the_receipt_says_so() {
    tables.put(
        "Lead",
        "00Q000000000009AAA",
        clock.instant(),
        Duration.ZERO,
        Map.of("LastName", "Leigh", "Email", "l-1@acme.example"));
    bench.push(Kind.LEAD);
    bench.lead("l-1");
    bench.run();
    assertThat(bench.job(Kind.LEAD, "l-1").origin()).isEqualTo(Origin.THEIRS);

    assertThat(erase("erasure-1", "l-1")).containsExactly(new Count("salesforce/kept", 1));
    bench.run();

    assertThat(leads()).containsExactly("l-1");
  }

  @Test
  void a_record_whose_first_answer_was_lost_is_known_to_be_ours() {
    bench.push(Kind.LEAD);
    bench.lead("l-1");
    salesforce.loseAnswers(1);
    bench.run();
    clock.pass(Duration.ofHours(1));
    bench.run();
    assertThat(bench.job(Kind.LEAD, "l-1").origin()).isEqualTo(Origin.OURS);
  }

  @Test
  void what_an_automation_wrote_is_deleted_too_if_it_made_the_record() {
    tables.put(
        "Lead",
        "00Q000000000009AAA",
        clock.instant(),
        Duration.ZERO,
        Map.of("LastName", "Leigh", "Rapport_Id__c", "l-2"));
    upsert("l-1", "key-1");
    upsert("l-1", "key-2");
    upsert("l-2", "key-3");

    assertThat(erase("erasure-1", "l-1", "l-2"))
        .containsExactly(new Count("salesforce/asked", 1), new Count("salesforce/kept", 1));
    bench.run();

    assertThat(leads()).containsExactly("l-2");
    bench.push(Kind.LEAD);
    bench.lead("l-3");
    bench.run();
    assertThat(leads()).as("pushing begins as ever").containsExactly("l-2", "l-3");
  }

  private void upsert(String lead, String key) {
    Map<String, FieldValue> fields = Map.of("LastName", FieldValue.text("Lee"));
    var record = new Message.CrmUpsert(null, "lead", lead, fields);
    assertThat(bench.bench.sender().send(bench.bench.workspace, record, key).block(PATIENCE))
        .isInstanceOf(Outcome.Done.class);
  }

  @Test
  void a_record_we_could_not_make_and_somebody_gave_our_id_is_not_ours() {
    bench.push(Kind.LEAD);
    bench.lead("l-1");
    salesforce.refuse("l-1", "DUPLICATES_DETECTED");
    bench.run();
    tables.put(
        "Lead",
        "00Q000000000009AAA",
        clock.instant(),
        Duration.ZERO,
        Map.of("LastName", "Leigh", "Rapport_Id__c", "l-1"));
    salesforce.refuse("l-1", "");
    bench.jobs.retryRefused(bench.connection, clock.instant()).then().block(PATIENCE);
    bench.pushes.hurry(bench.connection, clock.instant()).block(PATIENCE);
    bench.run();

    assertThat(bench.job(Kind.LEAD, "l-1").origin()).isEqualTo(Origin.THEIRS);
    assertThat(erase("erasure-1", "l-1")).containsExactly(new Count("salesforce/kept", 1));
  }

  @Test
  void everything_stays_over_there_when_somebody_wants_it_so() {
    bench.push(Erase.KEEP, Kind.LEAD);
    bench.lead("l-1");
    bench.run();

    assertThat(erase("erasure-1", "l-1")).containsExactly(new Count("salesforce/kept", 1));
    bench.run();

    assertThat(leads()).containsExactly("l-1");
  }

  @Test
  void one_that_is_gone_already_counts_as_deleted() {
    bench.push(Kind.LEAD);
    bench.lead("l-1");
    bench.run();
    tables.delete("Lead", there("l-1").get("Id").stringValue(), clock.instant());

    erase("erasure-1", "l-1");
    bench.run();

    assertThat(told()).containsEntry("salesforce/deleted", 1L);
  }

  @Test
  void while_the_other_system_is_away_the_receipt_says_what_was_asked_and_it_is_done_later() {
    bench.push(Kind.LEAD);
    bench.lead("l-1");
    bench.run();
    var faults = new Faults(new Random(1), 1, () -> {});
    salesforce.failBy(faults);

    assertThat(erase("erasure-1", "l-1")).containsExactly(new Count("salesforce/asked", 1));
    bench.run();
    assertThat(told()).isEmpty();
    assertThat(bench.stored().progress().error()).isNotNull();
    assertThat(leads()).containsExactly("l-1");

    faults.end();
    clock.pass(Duration.ofMinutes(16));
    bench.run();
    assertThat(leads()).isEmpty();
    assertThat(told()).containsEntry("salesforce/deleted", 1L);
  }

  @Test
  void whatever_fails_on_the_way_all_of_them_go_at_last() {
    bench.push(Kind.LEAD);
    IntStream.range(0, 300).forEach(n -> bench.lead("l-" + n));
    bench.run();
    var faults = new Faults(new Random(11), 0.4, () -> {});
    salesforce.failBy(faults);
    erase("erasure-1", IntStream.range(0, 299).mapToObj(n -> "l-" + n).toArray(String[]::new));
    for (var turn = 0; turn < 8; turn++) {
      clock.pass(Duration.ofMinutes(16));
      bench.run();
    }
    faults.end();
    clock.pass(Duration.ofMinutes(16));
    bench.run();

    assertThat(faults.failures()).isPositive();
    assertThat(leads()).containsExactly("l-299");
    assertThat(told()).containsEntry("salesforce/deleted", 299L);
  }

  @Test
  void one_that_is_refused_says_why_keeps_none_of_the_others_and_is_tried_again() {
    bench.push(Kind.LEAD);
    bench.lead("l-1");
    bench.lead("l-2");
    bench.run();
    salesforce.refuse("l-1", "DELETE_FAILED");

    erase("erasure-1", "l-1", "l-2");
    bench.run();

    assertThat(leads()).containsExactly("l-1");
    assertThat(told()).containsEntry("salesforce/deleted", 1L);
    var failing = Objects.requireNonNull(bench.removals.failing(bench.connection).block(PATIENCE));
    assertThat(Objects.requireNonNull(failing.error()).code()).isEqualTo("delete-failed");
    assertThat(bench.removals.count(clock.instant().plusSeconds(600)).block(PATIENCE))
        .isEqualTo(Map.of("waiting", 1L, "late", 1L, "failing", 1L));

    salesforce.refuse("l-1", "");
    clock.pass(Duration.ofMinutes(1));
    bench.run();
    assertThat(leads()).isEmpty();
    assertThat(told()).containsEntry("salesforce/deleted", 2L);
  }

  @Test
  void they_are_deleted_also_when_nothing_is_pushed_any_more() {
    bench.push(Kind.LEAD);
    bench.lead("l-1");
    bench.run();
    bench.push();

    erase("erasure-1", "l-1");
    bench.run();

    assertThat(leads()).isEmpty();
  }

  @Test
  void they_are_deleted_when_a_connection_that_rests_goes_on() {
    bench.push(Kind.LEAD);
    bench.lead("l-1");
    bench.run();
    to(Connection.State.PAUSED);
    erase("erasure-1", "l-1");
    bench.run();
    assertThat(leads()).containsExactly("l-1");

    to(Connection.State.ACTIVE);
    bench.pushes.hurry(bench.connection, clock.instant()).block(PATIENCE);
    bench.run();
    assertThat(leads()).isEmpty();
  }

  @Test
  void what_waits_when_its_connection_is_deleted_is_told_to_be_lost() {
    bench.push(Kind.LEAD);
    bench.lead("l-1");
    bench.run();
    erase("erasure-1", "l-1");
    to(Connection.State.DISCONNECTED);
    bench.run();

    assertThat(told()).containsEntry("salesforce/asked", 1L).containsEntry("salesforce/lost", 1L);
    assertThat(leads()).containsExactly("l-1");
  }

  @Test
  void stops_when_only_the_reserve_of_requests_is_left_and_goes_on_later() {
    bench.push(Kind.LEAD);
    bench.lead("l-1");
    bench.run();
    bench.lead("l-2");
    erase("erasure-1", "l-1");
    salesforce.allow(salesforce.requests() + 1);
    bench.run();
    assertThat(bench.stored().nextAt()).isAfter(clock.instant().plus(Duration.ofMinutes(14)));

    salesforce.allow(1_000_000);
    clock.pass(Duration.ofMinutes(16));
    bench.run();
    assertThat(leads()).containsExactly("l-2");
  }

  @Test
  void nobody_writes_a_record_of_somebody_who_is_being_erased() {
    bench.push(Kind.LEAD);
    bench.lead("l-1");
    bench.spread();
    clock.pass(Duration.ofSeconds(3));
    // after it was looked what is there, and before it is written
    salesforce.onRequest(2, () -> erase("erasure-1", "l-1"));
    bench.started().once(bench.connection).block(PATIENCE);
    assertThat(leads()).isEmpty();
    bench.run();
    assertThat(leads()).isEmpty();
  }

  @Test
  void erasing_again_finds_what_was_noted_before() {
    bench.push(Kind.LEAD);
    bench.lead("l-1");
    bench.run();
    erase("erasure-1", "l-1");
    bench.run();

    assertThat(erase("erasure-1", "l-1"))
        .containsExactly(new Count("salesforce/asked", 1), new Count("salesforce/deleted", 1));
  }

  @Test
  void what_became_of_them_is_told_again_when_nobody_heard_it() {
    bench.push(Kind.LEAD);
    bench.lead("l-1");
    bench.run();
    erase("erasure-1", "l-1");
    bench.run();
    receipt.away = true;
    assertThat(new RemovalTeller(bench.removals, receipt, "integrations-service").once())
        .satisfies(told -> assertThat(told.onErrorComplete().block(PATIENCE)).isNull());

    receipt.away = false;
    assertThat(told()).containsEntry("salesforce/deleted", 1L);
    receipt.counts.clear();
    assertThat(told()).as("once is enough").isEmpty();
  }

  /** What the service does when it erases leads: first it notes, then what it keeps goes. */
  private List<Count> erase(String request, String... leads) {
    var subject = Subject.ofLeads(List.of(leads));
    var task = new PrivacyTask(request, PrivacyTask.Kind.ERASURE, 1, subject);
    var noted =
        new ErasedRecords(bench.jobs, bench.pushes, bench.bench.connections, bench.removals, clock)
            .note(bench.bench.workspace, List.of(task), List.of(subject))
            .block(PATIENCE);
    bench.forget(subject);
    return Objects.requireNonNull(noted).getFirst();
  }

  private Map<String, Long> told() {
    new RemovalTeller(bench.removals, receipt, "integrations-service")
        .once()
        .then()
        .block(PATIENCE);
    return receipt.counts("erasure-1");
  }

  private List<String> leads() {
    return tables.last("Lead").values().stream()
        .filter(row -> !row.path("IsDeleted").asBoolean())
        .map(row -> row.path("Rapport_Id__c").asString(""))
        .sorted()
        .toList();
  }

  private void to(Connection.State state) {
    var connections = bench.bench.connections;
    connections
        .find(bench.bench.workspace, bench.connection.stream())
        .flatMap(found -> connections.replace(found.to(state, null, clock.instant())))
        .then()
        .block(PATIENCE);
  }

  /** Who keeps the receipts. */
  private static final class Receipt implements PrivacyOwner {

    private final Map<String, Map<String, Long>> counts = new TreeMap<>();
    private boolean away;

    Map<String, Long> counts(String request) {
      return counts.getOrDefault(request, Map.of());
    }

    @Override
    public Mono<Void> report(String workspace, String service, List<PrivacyReport> reports) {
      if (away) {
        return Mono.error(new IllegalStateException("away"));
      }
      for (var report : reports) {
        var mine = counts.computeIfAbsent(report.request(), _ -> new TreeMap<>());
        report.stores().forEach(count -> mine.merge(count.store(), count.documents(), Math::max));
      }
      return Mono.empty();
    }

    @Override
    public Flux<PrivacyTask> tasks(String workspace, List<String> requests) {
      return Flux.empty();
    }

    @Override
    public Mono<Void> handIn(
        String workspace, String request, String service, int number, String piece) {
      return Mono.empty();
    }

    @Override
    public Mono<Void> handedIn(String workspace, String request, String service, int pieces) {
      return Mono.empty();
    }
  }
}
