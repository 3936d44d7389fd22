package rapport.integrations.push.engine;

import static rapport.testkit.Patience.PATIENCE;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import rapport.integrations.push.engine.PushBench.Remote;
import rapport.simulators.MovableClock;
import rapport.simulators.SalesforceSimulator;
import rapport.simulators.SalesforceTables;
import tools.jackson.databind.node.ObjectNode;

/** A Salesforce with nothing in it, connected with a bench. */
abstract class PushingToSalesforce {

  @TempDir Path folder;
  final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T09:00:00Z"));
  final SalesforceTables tables = new SalesforceTables(true);
  final SalesforceSimulator salesforce = new SalesforceSimulator(tables, clock, 500, 0);
  private final Duration patience;
  PushBench bench;

  PushingToSalesforce() {
    this(PATIENCE);
  }

  /**
   * @param patience with an answer
   */
  PushingToSalesforce(Duration patience) {
    this.patience = patience;
  }

  @BeforeEach
  void connect() {
    bench =
        new PushBench(
            folder.resolve("keys.json"),
            clock,
            patience,
            Remote.salesforce(clock, salesforce.url()));
  }

  @AfterEach
  void disconnect() {
    bench.close();
    salesforce.close();
  }

  /** A lead as it is there. */
  ObjectNode there(String lead) {
    return tables.last("Lead").values().stream()
        .filter(row -> row.path("Rapport_Id__c").asString("").equals(lead))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no lead " + lead));
  }
}
