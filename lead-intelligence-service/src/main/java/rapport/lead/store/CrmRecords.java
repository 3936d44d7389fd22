package rapport.lead.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.Objects;
import org.bson.Document;
import org.springframework.stereotype.Component;
import rapport.contracts.IntegrationEvent;
import rapport.lead.crm.CrmRecord;
import rapport.runtime.projection.DocumentViews;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what other systems told last of companies, leads and deals. A record is due until leads
 * have been told, so that a crash in between forgets nothing.
 */
@Component
public final class CrmRecords extends DocumentViews<CrmRecord, IntegrationEvent> {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final WorkspaceCollection all;

  CrmRecords(DocumentStore store) {
    super(
        store,
        "crm_records",
        Indexes.ascending("due", "rank", "_id"),
        CrmRecords::write,
        document -> new CrmRecord(event(document)));
    this.all = store.collection("crm_records");
  }

  private static Document write(CrmRecord view) {
    var event = Objects.requireNonNull(view.event());
    var company = event instanceof IntegrationEvent.AccountSeen;
    return new Document("kind", event.getClass().getSimpleName())
        .append("value", JSON.writeValueAsString(event))
        .append("rank", company ? 0 : 1)
        .append("company", company(event))
        .append(
            "due",
            company
                || event instanceof IntegrationEvent.LeadSeen
                || event instanceof IntegrationEvent.DealSeen);
  }

  private static String company(IntegrationEvent event) {
    return event instanceof IntegrationEvent.DealSeen deal && deal.account() != null
        ? IntegrationEvent.streamOf(deal.source().connection(), "Account", deal.account())
        : "";
  }

  private static IntegrationEvent event(Document document) {
    var kind = document.getString("kind");
    var type =
        IntegrationEvent.CATALOG.types().values().stream()
            .filter(each -> each.getSimpleName().equals(kind))
            .findFirst()
            .orElseThrow();
    return JSON.readValue(document.getString("value"), type);
  }

  /** A record that leads have not been told of, and its revision. */
  public record Due(StreamRef stream, IntegrationEvent event, long rev) {}

  /** Those that are due, companies first. */
  public Flux<Due> due(int limit) {
    return all.acrossWorkspaces(eq("due", true), Sorts.ascending("rank", "_id"), limit)
        .map(document ->
            new Due(
                StreamRef.ofKey(document.getString("_id")),
                event(document),
                document.getLong("rev")));
  }

  /** The deals of a company are due again: it may have been unknown when they came. */
  public Mono<Void> companyKnown(StreamRef company) {
    return all.updateAcrossWorkspaces(
        and(eq("workspace", company.workspace()), eq("company", company.stream())),
        set("due", true));
  }

  /** Leads have been told, unless something newer came meanwhile. */
  public Mono<Void> settled(Due due) {
    var at = and(eq(due.stream().key()), eq("rev", due.rev()));
    return all.update(due.stream().workspace(), at, set("due", false)).then();
  }
}
