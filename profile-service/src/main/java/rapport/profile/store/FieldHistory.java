package rapport.profile.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.profile.record.FieldChange;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.store.WorkspaceCollection.Write;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who changed which field when, from what to what, and in which words. */
@Component
public final class FieldHistory {

  private static final Bson LATEST_FIRST =
      Sorts.orderBy(Sorts.descending("rev"), Sorts.ascending("path"));

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

  /** The place of a line in the history, the latest first. */
  public record Place(long rev, String path) {
    public static Place of(Entry entry) {
      return new Place(entry.rev(), entry.path());
    }
  }

  private final RecordCollections collections;

  FieldHistory(RecordCollections collections) {
    this.collections = collections;
  }

  /** Writes the changes; writing them again changes nothing. */
  Mono<Void> write(StreamRef stream, List<FieldChange> changes) {
    return writeLines(lines(stream, changes).toList());
  }

  /** Writes the changes of all these records. */
  Mono<Void> write(List<RecordWrites.Save> saves) {
    return writeLines(
        saves.stream().flatMap(save -> lines(save.stream(), save.update().changes())).toList());
  }

  private Mono<Void> writeLines(List<Write> lines) {
    return collections.history().flatMap(all -> all.writeAll(lines)).then();
  }

  private static Stream<Write> lines(StreamRef stream, List<FieldChange> changes) {
    return keyed(stream.key(), changes).entrySet().stream()
        .map(line ->
            new Write.Upsert(
                stream.workspace(),
                eq(line.getKey()),
                new Document("$set", document(stream.stream(), line.getValue()))));
  }

  /** The first change of an event is named by its revision alone, the others by their paths too. */
  private static Map<String, FieldChange> keyed(String streamKey, List<FieldChange> changes) {
    var keyed = new LinkedHashMap<String, FieldChange>();
    for (var change : changes) {
      var first = streamKey + ":" + change.rev();
      keyed.put(keyed.containsKey(first) ? first + ":" + change.path() : first, change);
    }
    return keyed;
  }

  /**
   * The latest changes first, those of one event in the order of their paths.
   *
   * @param path of a field, a row or a group, and everything in it; every field when none
   * @param after the last line of the page before
   */
  public Flux<Entry> find(
      String workspace, String stream, @Nullable String path, @Nullable Place after, int limit) {
    var filters = new ArrayList<Bson>(List.of(eq("stream", stream)));
    if (path != null) {
      filters.add(regex("path", "^" + Pattern.quote(path) + "($|[.\\[])"));
    }
    if (after != null) {
      var sameEvent = and(eq("rev", after.rev()), gt("path", after.path()));
      filters.add(or(lt("rev", after.rev()), sameEvent));
    }
    return collections
        .history()
        .flatMapMany(all -> all.find(workspace, and(filters), LATEST_FIRST, limit))
        .map(FieldHistory::entry);
  }

  private static Document document(String stream, FieldChange change) {
    var source = change.source();
    return new Document("stream", stream)
        .append("rev", change.rev())
        .append("path", change.path())
        .append("from", RecordDocuments.value(change.from()))
        .append("to", RecordDocuments.value(change.to()))
        .append("cause", change.cause().wire())
        .append("actor", source == null ? null : source.actor())
        .append("quote", source == null ? null : source.quote())
        .append("confidence", source == null ? null : source.confidence())
        .append("at", RecordDocuments.date(change.at()))
        .append("eventId", change.eventId());
  }

  private static Entry entry(Document document) {
    var from = RecordDocuments.value(document.get("from"));
    var to = RecordDocuments.value(document.get("to"));
    return new Entry(
        document.getString("path"),
        from == null ? null : from.json(),
        to == null ? null : to.json(),
        document.getString("cause"),
        document.getString("actor"),
        document.getString("quote"),
        document.getDouble("confidence"),
        document.getLong("rev"),
        RecordDocuments.requiredInstant(document, "at"),
        document.getString("eventId"));
  }
}
