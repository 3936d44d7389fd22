package rapport.profile.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.profile.profile.FieldChange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who changed which field when, from what to what, and in which words. */
@Component
public final class FieldHistory {

  /** One change as it is kept; the values as JSON. */
  public record Entry(
      String path,
      @Nullable Object from,
      @Nullable Object to,
      String cause,
      @Nullable String actor,
      @Nullable String quote,
      @Nullable Double confidence,
      long rev,
      Instant at,
      String eventId) {}

  private final ProfileCollections collections;

  FieldHistory(ProfileCollections collections) {
    this.collections = collections;
  }

  /** Writes the changes; writing them again changes nothing. */
  Mono<Void> write(String workspace, String stream, List<FieldChange> changes) {
    return Flux.fromIterable(changes)
        .concatMap(change -> {
          var key = ProfileCollections.key(workspace, stream) + ":" + change.rev();
          var set = new Document("$set", document(stream, change));
          return collections.history().flatMap(all -> all.upsert(workspace, eq(key), set));
        })
        .then();
  }

  /**
   * The latest changes first.
   *
   * @param path of the field; every field when none
   * @param before only changes with a smaller revision
   */
  public Flux<Entry> find(
      String workspace, String stream, @Nullable String path, long before, int limit) {
    var filters = new ArrayList<Bson>(List.of(eq("stream", stream), lt("rev", before)));
    if (path != null) {
      filters.add(eq("path", path));
    }
    return collections
        .history()
        .flatMapMany(all -> all.find(workspace, and(filters), Sorts.descending("rev"), limit))
        .map(FieldHistory::entry);
  }

  private static Document document(String stream, FieldChange change) {
    var source = change.source();
    return new Document("stream", stream)
        .append("rev", change.rev())
        .append("path", change.path())
        .append("from", ProfileDocuments.value(change.from()))
        .append("to", ProfileDocuments.value(change.to()))
        .append("cause", change.cause().wire())
        .append("actor", source == null ? null : source.actor())
        .append("quote", source == null ? null : source.quote())
        .append("confidence", source == null ? null : source.confidence())
        .append("at", ProfileDocuments.date(change.at()))
        .append("eventId", change.eventId());
  }

  private static Entry entry(Document document) {
    var from = ProfileDocuments.value(document.get("from"));
    var to = ProfileDocuments.value(document.get("to"));
    return new Entry(
        document.getString("path"),
        from == null ? null : from.json(),
        to == null ? null : to.json(),
        document.getString("cause"),
        document.getString("actor"),
        document.getString("quote"),
        document.getDouble("confidence"),
        document.getLong("rev"),
        ProfileDocuments.requiredInstant(document, "at"),
        document.getString("eventId"));
  }
}
