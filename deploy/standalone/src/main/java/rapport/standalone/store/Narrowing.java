package rapport.standalone.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Lets an aggregation that begins with {@code $match} read through an index: the library asks for
 * the whole collection and filters afterwards.
 */
record Narrowing(String collection, Document match) {

  private static final ScopedValue<Narrowing> CURRENT = ScopedValue.newInstance();

  /** Stages that read collections again, which must then be whole. */
  private static final Set<String> READ_MORE =
      Set.of("$lookup", "$graphLookup", "$unionWith", "$merge", "$out");

  static Document during(String collection, List<?> pipeline, Supplier<Document> aggregation) {
    var readsMore =
        pipeline.stream()
            .anyMatch(stage ->
                stage instanceof Document d && READ_MORE.stream().anyMatch(d::containsKey));
    return !readsMore
            && !pipeline.isEmpty()
            && pipeline.getFirst() instanceof Document first
            && first.get("$match") instanceof Document match
        ? ScopedValue.where(CURRENT, new Narrowing(collection, match)).call(aggregation::get)
        : aggregation.get();
  }

  static Optional<Document> of(String collection) {
    return CURRENT.isBound() && CURRENT.get().collection().equals(collection)
        ? Optional.of(CURRENT.get().match())
        : Optional.empty();
  }
}
