package rapport.profile.account.health;

import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.springframework.stereotype.Component;
import rapport.contracts.HealthState;
import rapport.runtime.projection.DocumentViews;
import rapport.runtime.projection.Versioned;
import rapport.runtime.store.DocumentStore;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** How accounts do, as health-score-service told last. */
@Component
public final class AccountHealths extends DocumentViews<ToldHealth, HealthState> {

  private static final JsonMapper JSON = JsonMapper.shared();

  AccountHealths(DocumentStore store) {
    super(
        store,
        "account_health",
        Indexes.ascending("workspace", "_id"),
        AccountHealths::document,
        AccountHealths::told);
  }

  /**
   * An account's health.
   *
   * @param at since when it holds
   */
  public record Known(HealthState state, Instant at) {}

  /** The health of that account; empty as long as nothing was told of it. */
  public Mono<Known> of(String workspace, String account) {
    return find(workspace, account)
        .map(Versioned::view)
        .mapNotNull(told -> {
          var state = told.state();
          return state == null ? null : new Known(state, told.at());
        });
  }

  private static Document document(ToldHealth told) {
    var state = told.state();
    return new Document("at", Date.from(told.at()))
        .append("state", state == null ? null : JSON.writeValueAsString(state));
  }

  private static ToldHealth told(Document document) {
    var state = document.getString("state");
    return new ToldHealth(
        state == null ? null : JSON.readValue(state, HealthState.class),
        document.getDate("at").toInstant());
  }
}
