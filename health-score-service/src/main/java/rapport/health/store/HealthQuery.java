package rapport.health.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.health.portfolio.AccountHealth;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lists accounts by how they do. */
@Component
public final class HealthQuery {

  private final Mono<WorkspaceCollection> collection;

  HealthQuery(Healths healths) {
    this.collection = healths.collection();
  }

  /** What a list is sorted by; what is missing comes as if it were lowest. */
  public enum Sort {
    SCORE("score"),
    NAME("name"),
    ARR("revenue"),
    RENEWAL_ON("renewalOn"),
    CHANGE("change"),
    CHURN("churn");

    private final String field;

    Sort(String field) {
      this.field = field;
    }
  }

  /**
   * Which accounts, in which order.
   *
   * @param bands any of them; empty means all
   * @param words part of the name; empty means any
   */
  public record Choice(
      Sort sort,
      boolean descending,
      List<String> bands,
      @Nullable String segment,
      @Nullable String owner,
      @Nullable Boolean provisional,
      String words) {
    public Choice {
      bands = List.copyOf(bands);
    }
  }

  /** Where a list goes on: after the account with that value, a number or a text. */
  public record Position(Object value, String account) {}

  /** An account and its position. */
  public record Found(AccountHealth account, Position position) {}

  /** The first {@code limit} accounts after a position. */
  public Flux<Found> find(String workspace, Choice choice, @Nullable Position after, int limit) {
    var field = choice.sort().field;
    var filters = filters(choice);
    if (after != null) {
      var key = new StreamRef(workspace, after.account()).key();
      var value = after.value();
      filters.add(
          choice.descending()
              ? or(lt(field, value), and(eq(field, value), lt("_id", key)))
              : or(gt(field, value), and(eq(field, value), gt("_id", key))));
    }
    var sort = choice.descending() ? Sorts.descending(field, "_id") : Sorts.ascending(field, "_id");
    return collection
        .flatMapMany(all -> all.find(workspace, and(filters), sort, limit))
        .map(document -> found(document, field));
  }

  private static Found found(Document document, String field) {
    return new Found(
        Healths.read(document).account(),
        new Position(Objects.requireNonNull(document.get(field)), document.getString("account")));
  }

  private static List<Bson> filters(Choice choice) {
    var filters = new ArrayList<Bson>();
    filters.add(eq("listed", true));
    if (!choice.bands().isEmpty()) {
      filters.add(in("band", choice.bands()));
    }
    if (choice.segment() != null) {
      filters.add(eq("segment", choice.segment()));
    }
    if (choice.owner() != null) {
      filters.add(eq("owner", choice.owner()));
    }
    if (choice.provisional() != null) {
      filters.add(eq("provisional", choice.provisional()));
    }
    if (!choice.words().isBlank()) {
      filters.add(regex("name", Pattern.quote(choice.words().strip().toLowerCase(Locale.ROOT))));
    }
    return filters;
  }
}
