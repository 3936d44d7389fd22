package rapport.standalone.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A collection kept in a map from id to document. Documents in the map are never changed in place:
 * readers get copies, and a change puts a new document there. So an answer on its way to a client,
 * or a page on its way to the disk, never shows half a change.
 */
final class StoredCollection extends AbstractSynchronizedMongoCollection<Object> {

  private static final List<String> ID = List.of("_id");

  private final StoredMap<Object, Object> documents;
  private final boolean withId;

  StoredCollection(
      MongoDatabase database,
      String name,
      CollectionOptions options,
      CursorRegistry cursors,
      StoredMap<Object, Object> documents) {
    super(database, name, options, cursors);
    this.documents = documents;
    this.withId = "_id".equals(options.getIdField());
  }

  @Override
  protected synchronized QueryResult queryDocuments(
      Document query,
      @Nullable Document order,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document projection) {
    var candidates = candidates(query);
    var rest = candidates.map(Candidates::areSorted).orElse(true) ? unsorted(order) : order;
    if (candidates.isEmpty()) {
      return matchDocuments(query, rest, skip, limit, batchSize, projection);
    }
    var ids = candidates.get().ids().distinct();
    if (withId && skip == 0 && limit <= 0 && (rest == null || isById(rest))) {
      var inOrder = rest == null ? ids : ids.sorted(ValueType::order);
      return result(inOrder.toList(), query, batchSize, projection);
    }
    var found = ids.map(this::getDocument).filter(Objects::nonNull);
    return matchDocumentsFromStream(found, query, rest, skip, limit, batchSize, projection);
  }

  /** What is left to be sorted of documents that come in the order of their ids. */
  private @Nullable Document unsorted(@Nullable Document order) {
    return withId && order != null && isById(order) ? null : order;
  }

  private static boolean isById(Document order) {
    return order.keySet().equals(Set.of("_id"))
        && order.get("_id") instanceof Number direction
        && direction.intValue() > 0;
  }

  /**
   * Ids worth looking at.
   *
   * @param areSorted whether they come in their order, so that a search for the first few of them
   *     may stop early
   */
  private record Candidates(Stream<Object> ids, boolean areSorted) {}

  /** The ids worth looking at by the index that serves the query best; empty: look at all. */
  private Optional<Candidates> candidates(Document query) {
    var byId = withId ? Range.plan(ID, query) : Optional.<Range.Plan>empty();
    if (byId.filter(plan -> plan.depth() > 1).isPresent()) {
      return byId.map(
          plan -> new Candidates(plan.ranges().stream().map(range -> range.prefix().id()), false));
    }
    record Choice(StoredIndex index, Range.Plan plan) {
      Candidates candidates() {
        var ranges = plan.ranges();
        return new Candidates(
            ranges.stream().flatMap(index::ids),
            ranges.size() == 1 && ranges.getFirst().isSortedById(index.paths()));
      }
    }
    return getIndexes().stream()
        .filter(StoredIndex.class::isInstance)
        .map(StoredIndex.class::cast)
        .flatMap(index -> Range.plan(index.paths(), query).map(p -> new Choice(index, p)).stream())
        .max(Comparator.comparingInt(choice -> choice.plan().depth()))
        .map(Choice::candidates)
        .or(() -> byId.map(plan -> new Candidates(idsFrom(plan.ranges().getFirst()), true)));
  }

  private Stream<Object> idsFrom(Range range) {
    Iterable<Object> from = () -> documents.get().keyIterator(range.from());
    return StreamSupport.stream(from.spliterator(), false)
        .takeWhile(id -> range.reaches(new IndexEntry(List.of(id))));
  }

  @Override
  protected QueryResult matchDocuments(
      Document query,
      @Nullable Document order,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document projection) {
    var all = documents.get().values().stream().map(Document.class::cast);
    return matchDocumentsFromStream(all, query, order, skip, limit, batchSize, projection);
  }

  /**
   * A result is kept as the ids that matched, in their order: a result may be larger than the
   * memory. A document that is gone by the time it is read, or no longer matches, is left out.
   */
  @Override
  protected QueryResult matchDocumentsFromStream(
      Stream<Document> documents,
      Document query,
      @Nullable Document order,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document projection) {
    if (!withId) {
      return super.matchDocumentsFromStream(
          documents, query, order, skip, limit, batchSize, projection);
    }
    var matching = documents.filter(each -> documentMatchesQuery(each, query));
    var ids =
        SortKeys.of(order)
            .map(keys -> keys.sorted(matching))
            .orElseGet(() -> matching.map(each -> each.get("_id")))
            .skip(skip)
            .limit(limit > 0 ? limit : Long.MAX_VALUE)
            .toList();
    return result(ids, query, batchSize, projection);
  }

  /**
   * Those of the documents that match. They are looked at when they are read, most of them outside
   * of the lock: nobody else waits until a long result is found.
   */
  private QueryResult result(
      List<Object> ids, Document query, int batchSize, @Nullable Document projection) {
    Iterable<Document> found =
        () -> ids.stream().flatMap(id -> read(id, query, projection)).iterator();
    return batchSize > 0 ? firstOf(found.iterator(), batchSize) : new QueryResult(found);
  }

  private Stream<Document> read(Object id, Document query, @Nullable Document projection) {
    var document = Stream.ofNullable(getDocument(id));
    return super.matchDocumentsFromStream(document, query, null, 0, 0, 0, projection)
        .collectDocuments()
        .stream();
  }

  private QueryResult firstOf(Iterator<Document> found, int batchSize) {
    var cursor = new StoredCursor(cursorRegistry.generateCursorId(), found);
    var first = cursor.takeDocuments(batchSize);
    if (cursor.isEmpty()) {
      return new QueryResult(first);
    }
    cursorRegistry.add(cursor);
    return new QueryResult(first, cursor);
  }

  @Override
  protected QueryResult createQueryResult(List<Document> matched, int batchSize) {
    return super.createQueryResult(matched.stream().map(Document::cloneDeeply).toList(), batchSize);
  }

  /** An aggregation reads what its first {@code $match} narrows it to, when it has one. */
  @Override
  public Stream<Document> queryAllAsStream() {
    return Narrowing.of(getFullName())
        .map(this::handleQueryAsStream)
        .orElseGet(super::queryAllAsStream);
  }

  @Override
  protected Object addDocumentInternal(Document document) {
    var idField = getIdField();
    var key = idField == null ? UUID.randomUUID() : Objects.requireNonNull(document.get(idField));
    documents.get().put(key, document);
    return key;
  }

  @Override
  protected void handleUpdate(Object position, Document before, Document after) {
    documents.get().put(position, after);
  }

  @Override
  protected void removeDocument(Object position) {
    documents.get().remove(position);
  }

  @Override
  protected @Nullable Document getDocument(Object position) {
    return (Document) documents.get().get(position);
  }

  @Override
  protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
    return documents.get().entrySet().stream()
        .map(entry -> new DocumentWithPosition<>((Document) entry.getValue(), entry.getKey()));
  }

  @Override
  public synchronized int count(Document query, int skip, int limit) {
    return super.count(query, skip, limit);
  }

  @Override
  public int count() {
    return documents.get().size();
  }

  /** Adding up sizes would cost a second write for every first one. */
  @Override
  protected boolean tracksDataSize() {
    return false;
  }

  @Override
  protected void updateDataSize(int delta) {}

  @Override
  protected int getDataSize() {
    return 0;
  }
}
