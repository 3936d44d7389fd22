package rapport.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import rapport.contracts.ConversationEvent.Arrival;
import rapport.contracts.ConversationEvent.EmailCaptured;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.contracts.ConversationEvent.SessionStarted;
import rapport.contracts.Envelope;
import rapport.contracts.IntegrationEvent;
import rapport.contracts.IntegrationEvent.AccountSeen;
import rapport.contracts.IntegrationEvent.DealPerson;
import rapport.contracts.IntegrationEvent.DealSeen;
import rapport.contracts.IntegrationEvent.Source;
import rapport.lead.crm.CrmRecord;
import rapport.lead.store.CrmRecords;
import rapport.runtime.identity.Role;
import rapport.testkit.Patience;
import tools.jackson.databind.JsonNode;

/** Deals of a CRM that are won and lost are outcomes of leads. */
class CrmIT extends RunningService {

  @Autowired CrmRecords records;

  @Test
  void a_deal_names_its_lead_by_address() throws Exception {
    lead("c1", "mira@brightloom.example");
    tell(deal("006A", "won", null, new DealPerson(null, "00Q1", "mira@brightloom.example")));
    closed("won");
    assertThat(leads().getFirst().path("status").asString()).isEqualTo("won");
  }

  @Test
  void one_that_names_nobody_is_about_its_company_also_when_that_is_known_later() throws Exception {
    lead("c1", "mira@brightloom.example");
    lead("c2", "otto@elsewhere.example");
    tell(deal("006B", "lost", "001A"));
    tell(
        new AccountSeen(
            source("Account", "001A"),
            "Brightloom",
            "brightloom.example",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null));
    closed("lost");
    assertThat(
            leads().stream()
                .filter(lead -> lead.path("status").asString().equals("lost"))
                .map(lead -> lead.path("email").asString()))
        .containsExactly("mira@brightloom.example");
  }

  private void closed(String status) {
    await()
        .atMost(Patience.PATIENCE)
        .until(
            () -> leads().stream().anyMatch(lead -> lead.path("status").asString().equals(status)));
  }

  private void lead(String conversation, String address) throws Exception {
    var before = leads().size();
    topic.publish(
        workspace,
        conversation,
        Instant.now().minus(Duration.ofHours(1)),
        List.of(
            new SessionStarted(
                "lead-to-sales",
                1,
                "en",
                "v_" + conversation,
                new Arrival("shop", "https://shop.example/", null, null, Map.of())),
            new MessageReceived("m1", "write to " + address),
            new EmailCaptured("email", address, null)));
    await().atMost(Patience.PATIENCE).until(() -> leads().size() > before);
  }

  private List<JsonNode> leads() {
    var page = Json.read(as(Role.SALES).get().uri("/api/v1/leads").exchange());
    return new ArrayList<>(page.path("items").valueStream().toList());
  }

  private void tell(IntegrationEvent event) {
    var from = event instanceof DealSeen deal ? deal.source() : ((AccountSeen) event).source();
    var stream = IntegrationEvent.streamOf(from.connection(), from.object(), from.record());
    List<Envelope<IntegrationEvent>> none = List.of();
    assertThat(records.save(workspace, stream, new CrmRecord(event), 0, 1, none).block()).isTrue();
  }

  private static DealSeen deal(
      String record, String status, @Nullable String account, DealPerson... people) {
    return new DealSeen(
        source("Opportunity", record),
        "Brightloom",
        status,
        "Closed",
        null,
        null,
        null,
        null,
        null,
        account,
        null,
        List.of(people),
        List.of());
  }

  private static Source source(String object, String record) {
    return new Source("cn-1", "salesforce", object, record, "1", null, null);
  }
}
