package rapport.standalone.store;

import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sorts documents while it keeps no more of each than its id and what it is sorted by. */
final class SortKeys {

  private final List<String> paths;
  private final Comparator<Document> byKeys;

  private SortKeys(Document order) {
    this.paths = List.copyOf(order.keySet());
    var directions = new Document();
    IntStream.range(0, paths.size())
        .forEach(at -> directions.put(name(at), order.get(paths.get(at))));
    this.byKeys = new DocumentComparator(directions);
  }

  /** Empty when the order is the one the documents come in. */
  static Optional<SortKeys> of(@Nullable Document order) {
    return Optional.ofNullable(order)
        .filter(asked -> !asked.isEmpty() && !asked.containsKey("$natural"))
        .map(SortKeys::new);
  }

  private record Row(Object id, Document keys) {}

  /** The ids of the documents, in the order. */
  Stream<Object> sorted(Stream<Document> documents) {
    return documents.map(this::row).sorted(Comparator.comparing(Row::keys, byKeys)).map(Row::id);
  }

  private Row row(Document document) {
    var keys = new Document();
    for (var at = 0; at < paths.size(); at++) {
      var value = Utils.getSubdocumentValueCollectionAware(document, paths.get(at));
      if (!(value instanceof Missing)) {
        keys.put(name(at), value);
      }
    }
    return new Row(Objects.requireNonNull(document.get("_id")), keys);
  }

  /** A name without a dot, which would be taken for a path. */
  private static String name(int at) {
    return "key" + at;
  }
}
