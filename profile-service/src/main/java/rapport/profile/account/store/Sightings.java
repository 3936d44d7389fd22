package rapport.profile.account.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import rapport.contracts.IntegrationEvent;
import rapport.contracts.IntegrationEvent.AccountSeen;
import rapport.contracts.IntegrationEvent.ContactSeen;
import rapport.contracts.IntegrationEvent.DealSeen;
import rapport.profile.account.sighting.Placed;
import rapport.profile.account.sighting.Sighting;
import rapport.runtime.projection.DocumentViews;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps what other systems told last of each of their records. A record is due until accounts have
 * it, so that a crash in between forgets nothing.
 */
@Component
public final class Sightings extends DocumentViews<Sighting, IntegrationEvent> {

  private static final Date NEVER = Date.from(Instant.parse("9999-01-01T00:00:00Z"));
  private static final Date NOW = Date.from(Instant.EPOCH);

  /** Somebody else may have made what one waits for in the very moment it began to wait. */
  private static final Duration ANYHOW = Duration.ofHours(6);

  private final WorkspaceCollection all;
  private final Clock clock;

  Sightings(DocumentStore store, AccountJson json, Clock clock) {
    super(
        store,
        "sightings",
        Indexes.ascending("due", "rank", "_id"),
        view -> write(json, view),
        document -> new Sighting(event(json, document)));
    this.all = store.collection("sightings");
    this.clock = clock;
  }

  private static Document write(AccountJson json, Sighting view) {
    var event = Objects.requireNonNull(view.event());
    return new Document("kind", event.getClass().getSimpleName())
        .append("value", json.document(event))
        .append("rank", rank(event))
        .append("due", concernsNobody(event) ? NEVER : NOW)
        .append("wants", List.of());
  }

  private static boolean concernsNobody(IntegrationEvent event) {
    return event instanceof IntegrationEvent.ConnectionChanged
        || event instanceof IntegrationEvent.LeadSeen;
  }

  /** Companies before their people, people before what they did. */
  private static int rank(IntegrationEvent event) {
    return switch (event) {
      case AccountSeen _ -> 0;
      case ContactSeen _ -> 1;
      case DealSeen _ -> 2;
      default -> 3;
    };
  }

  private static IntegrationEvent event(AccountJson json, Document document) {
    var kind = document.getString("kind");
    var type =
        IntegrationEvent.CATALOG.types().values().stream()
            .filter(each -> each.getSimpleName().equals(kind))
            .findFirst()
            .orElseThrow();
    return json.read(document.get("value", Document.class), type);
  }

  /** A sighting that accounts do not have yet, and its revision. */
  public record Due(StreamRef stream, Sighting sighting, long rev) {}

  /** Those that are due, companies first. */
  public Flux<Due> due(int limit, AccountJson json) {
    return all.acrossWorkspaces(
            lte("due", Date.from(clock.instant())), Sorts.ascending("due", "rank", "_id"), limit)
        .map(document ->
            new Due(
                StreamRef.ofKey(document.getString("_id")),
                new Sighting(event(json, document)),
                document.getLong("rev")));
  }

  /** Remembers what became of a sighting, unless something newer has been told meanwhile. */
  public Mono<Void> settle(Due sighting, Placed placed) {
    var at = and(eq(sighting.stream().key()), eq("rev", sighting.rev()));
    return all.update(sighting.stream().workspace(), at, settled(placed)).then();
  }

  private Bson settled(Placed placed) {
    return switch (placed) {
      case Placed.Done _ -> combine(set("due", NEVER), set("wants", List.of()), set("problem", ""));
      case Placed.Waiting(var wants) ->
          combine(
              set("due", wants.isEmpty() ? NEVER : Date.from(clock.instant().plus(ANYHOW))),
              set("wants", wants),
              set("problem", ""));
      case Placed.Refused(var code, var detail) ->
          combine(
              set("due", NEVER),
              set("wants", List.of()),
              set("problem", Map.of("code", code, "detail", detail)));
    };
  }

  /** Those that waited for one of these are due. */
  public Mono<Void> wake(String workspace, List<String> names) {
    return all.updateAcrossWorkspaces(
        and(eq("workspace", workspace), in("wants", names)),
        combine(set("due", NOW), set("wants", List.of())));
  }
}
