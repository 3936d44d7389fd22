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
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.contracts.PersonState.Leaf;
import rapport.profile.person.PersonChange.Line;
import rapport.profile.store.FieldHistory.Place;
import rapport.runtime.store.WorkspaceCollection.Write;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What of a person changed when, from what to what, and by whom. */
@Component
public final class PersonHistory {

  private static final Bson LATEST_FIRST =
      Sorts.orderBy(Sorts.descending("rev"), Sorts.ascending("path"));

  /** One line as it is kept. */
  public record Entry(
      String path,
      @Nullable Object from,
      @Nullable Leaf to,
      String cause,
      @Nullable String editorId,
      @Nullable String editor,
      long rev,
      Instant at) {

    public Place place() {
      return new Place(rev, path);
    }
  }

  private final PersonCollections collections;

  PersonHistory(PersonCollections collections) {
    this.collections = collections;
  }

  /** The lines of a change as they are kept in the person's own document until the next one. */
  static List<Document> documents(List<Line> lines) {
    return lines.stream().map(PersonHistory::document).toList();
  }

  /** Writes the lines that the person's document has; writing them again changes nothing. */
  Mono<Void> write(String workspace, Document person) {
    var lines = person.getList("lines", Document.class, List.of());
    var writes = lines.stream().map(line -> write(workspace, person, line)).toList();
    return collections.history().flatMap(all -> all.writeAll(writes)).then();
  }

  private static Write write(String workspace, Document person, Document line) {
    var id = "%s:%s:%s".formatted(person.get("_id"), line.get("rev"), line.get("path"));
    var kept = new Document(line).append("person", person.getString("person"));
    return new Write.Upsert(workspace, eq(id), new Document("$set", kept));
  }

  /**
   * The latest changes first, those of one step in the order of their paths.
   *
   * @param path of a leaf or a section; everything when none
   * @param after the last line of the page before
   */
  public Flux<Entry> find(
      String workspace, String person, @Nullable String path, @Nullable Place after, int limit) {
    var filters = new ArrayList<Bson>(List.of(eq("person", person)));
    if (path != null) {
      filters.add(regex("path", "^" + Pattern.quote(path) + "($|[.])"));
    }
    if (after != null) {
      var sameStep = and(eq("rev", after.rev()), gt("path", after.path()));
      filters.add(or(lt("rev", after.rev()), sameStep));
    }
    return collections
        .history()
        .flatMapMany(all -> all.find(workspace, and(filters), LATEST_FIRST, limit))
        .map(PersonHistory::entry);
  }

  private static Document document(Line line) {
    var editor = line.editor();
    return new Document("path", line.path())
        .append("rev", line.rev())
        .append("from", RecordDocuments.value(line.from()))
        .append("to", line.leaf() == null ? null : PersonDocuments.leaf(line.leaf()))
        .append("cause", line.cause().wire())
        .append("editor", editor == null ? null : PersonDocuments.editor(editor))
        .append("at", RecordDocuments.date(line.at()));
  }

  private static Entry entry(Document document) {
    var from = RecordDocuments.value(document.get("from"));
    var to = document.get("to", Document.class);
    var editor = document.get("editor", Document.class);
    return new Entry(
        Objects.requireNonNull(document.getString("path")),
        from == null ? null : from.json(),
        to == null ? null : PersonDocuments.leaf(to),
        Objects.requireNonNull(document.getString("cause")),
        editor == null ? null : editor.getString("id"),
        editor == null ? null : editor.getString("name"),
        document.getLong("rev"),
        RecordDocuments.requiredInstant(document, "at"));
  }
}
