package rapport.integrations.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.testkit.Patience.PATIENCE;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.contracts.FieldValue;
import rapport.integrations.outbound.Message;
import rapport.integrations.outbound.Outcome;
import rapport.integrations.sending.Sender;
import rapport.integrations.store.Bench;
import rapport.integrations.sync.SyncSettings;
import rapport.simulators.MovableClock;
import rapport.simulators.SalesforceSimulator;
import rapport.simulators.SalesforceTables;

class SalesforceSendingTest {

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T09:00:00Z"));
  private final SalesforceTables tables = new SalesforceTables(true);
  private SalesforceSimulator salesforce;
  private Bench bench;
  private Sender sender;

  @BeforeEach
  void connect() {
    salesforce = new SalesforceSimulator(tables, clock, 100, 0);
    var connector = new SalesforceConnector(clock);
    var settings =
        new SyncSettings(
            Duration.ofMinutes(1), 7, 4, 0.1, Duration.ofMinutes(15), Duration.ofSeconds(1));
    bench = new Bench(folder.resolve("keys.json"), clock, settings, PATIENCE, List.of(connector));
    bench.connect(
        connector,
        Map.of("loginUrl", salesforce.url(), "clientId", "key"),
        Map.of("clientSecret", "secret"));
    sender = bench.sender();
  }

  @AfterEach
  void disconnect() {
    salesforce.close();
    bench.close();
  }

  @Test
  void a_record_is_written_once_however_often_it_is_tried() {
    salesforce.loseAnswers(1);
    send("lead", "l-1", "key-1", Map.of("LastName", FieldValue.text("Lee")));
    assertThat(send("lead", "l-1", "key-1", Map.of("LastName", FieldValue.text("Lee"))))
        .isInstanceOf(Outcome.Done.class);
    assertThat(tables.last("Lead").values())
        .singleElement()
        .satisfies(row -> assertThat(row.get("Rapport_Id__c").stringValue()).isEqualTo("l-1"));
  }

  @Test
  void fields_that_are_not_named_stay_as_they_are() {
    send("account", "a-1", "key-1", Map.of("Name", FieldValue.text("Acme")));
    send("account", "a-1", "key-2", Map.of("Score__c", FieldValue.Num.of(73)));
    var row = tables.last("Account").values().iterator().next();
    assertThat(row.get("Name").stringValue()).isEqualTo("Acme");
    assertThat(row.get("Score__c").intValue()).isEqualTo(73);
  }

  @Test
  void an_organisation_without_the_field_for_our_id_is_for_a_person_to_mend() {
    try (var other = new SalesforceSimulator(new SalesforceTables(false), clock, 100, 0)) {
      var plain =
          bench.connect(
              new SalesforceConnector(clock),
              Map.of("loginUrl", other.url(), "clientId", "key"),
              Map.of("clientSecret", "secret"));
      var record =
          new Message.CrmUpsert(
              plain.stream(), "lead", "l-1", Map.of("LastName", FieldValue.text("Lee")));
      assertThat(sender.send(bench.workspace, record, "key-9").block(PATIENCE))
          .isInstanceOfSatisfying(
              Outcome.Refused.class,
              refused -> assertThat(refused.detail()).contains("Rapport_Id__c"));
    }
  }

  @Test
  void a_kind_that_salesforce_does_not_keep_is_refused() {
    assertThat(send("persona", "p-1", "key-1", Map.of()))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo("not-permitted"));
  }

  private Outcome send(String kind, String id, String key, Map<String, FieldValue> fields) {
    var record = new Message.CrmUpsert(null, kind, id, fields);
    return Objects.requireNonNull(sender.send(bench.workspace, record, key).block(PATIENCE));
  }
}
