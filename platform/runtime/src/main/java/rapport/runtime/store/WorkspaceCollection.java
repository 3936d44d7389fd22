package rapport.runtime.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;
import org.bson.conversions.Bson;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A collection whose documents belong to workspaces. Every filter is bound to one workspace, but
 * for the two methods that say so. Every method may fail with {@link StoreUnavailableException}.
 */
public final class WorkspaceCollection {

  /** The field that says whose a document is. */
  public static final String WORKSPACE = "workspace";

  /** Documents in one answer of the store when all are read; else it has as many as 16 MB hold. */
  private static final int PORTION = 20;

  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private final MongoCollection<Document> documents;
  private final Codec<Document> codec;

  WorkspaceCollection(MongoCollection<Document> documents) {
    this.documents = documents;
    this.codec = documents.getCodecRegistry().get(Document.class);
  }

  /**
   * Adds the document and sets its workspace.
   *
   * @return fails with {@link DuplicateKeyException} when a unique index refuses it
   */
  public Mono<Void> insert(String workspace, Document document) {
    return one(documents.insertOne(owned(workspace, document))).then();
  }

  public Mono<Document> findOne(String workspace, Bson filter) {
    return one(documents.find(in(workspace, filter)).first());
  }

  /** The first {@code limit} documents in the order of {@code sort}. */
  public Flux<Document> find(String workspace, Bson filter, Bson sort, int limit) {
    return many(documents.find(in(workspace, filter)).sort(sort).limit(limit));
  }

  /** All documents in the order of {@code sort}, a few in memory at a time. */
  public Flux<Document> find(String workspace, Bson filter, Bson sort) {
    return all(in(workspace, filter), sort);
  }

  /** Updates one document; true when one matched. */
  public Mono<Boolean> update(String workspace, Bson filter, Bson update) {
    return one(documents.updateOne(in(workspace, filter), update)).map(WorkspaceCollection::hit);
  }

  /**
   * Puts the document in the place of one that matches, and sets its workspace; true when one
   * matched.
   */
  public Mono<Boolean> replace(String workspace, Bson filter, Document document) {
    return one(documents.replaceOne(in(workspace, filter), owned(workspace, document)))
        .map(WorkspaceCollection::hit);
  }

  /**
   * Updates one document, or inserts one made of the filter's equalities and the update.
   *
   * @return fails with {@link DuplicateKeyException} when a unique index refuses it, as happens
   *     when the filter misses a document only for a condition on its revision
   */
  public Mono<Void> upsert(String workspace, Bson filter, Bson update) {
    return one(documents.updateOne(in(workspace, filter), update, UPSERT)).then();
  }

  /** One of the writes of {@link #writeAll}. */
  public sealed interface Write {

    /** See {@link WorkspaceCollection#insert}. */
    record Insert(String workspace, Document document) implements Write {}

    /** See {@link WorkspaceCollection#update}. */
    record Update(String workspace, Bson filter, Bson update) implements Write {}

    /** See {@link WorkspaceCollection#replace}. */
    record Replace(String workspace, Bson filter, Document document) implements Write {}

    /** See {@link WorkspaceCollection#upsert}. */
    record Upsert(String workspace, Bson filter, Bson update) implements Write {}
  }

  /**
   * Does many writes in one request, in their order.
   *
   * @return true when every one of them took effect; false when one met a duplicate, or no
   *     document, and then, as after a failure, any of the others may have taken effect
   */
  public Mono<Boolean> writeAll(List<Write> writes) {
    if (writes.isEmpty()) {
      return Mono.just(true);
    }
    return one(documents.bulkWrite(writes.stream().map(WorkspaceCollection::model).toList()))
        .map(done ->
            done.getInsertedCount() + done.getMatchedCount() + done.getUpserts().size()
                == writes.size())
        .onErrorResume(DuplicateKeyException.class, _ -> Mono.just(false));
  }

  private static WriteModel<Document> model(Write write) {
    return switch (write) {
      case Write.Insert(var workspace, var document) ->
          new InsertOneModel<>(owned(workspace, document));
      case Write.Update(var workspace, var filter, var update) ->
          new UpdateOneModel<>(in(workspace, filter), update);
      case Write.Replace(var workspace, var filter, var document) ->
          new ReplaceOneModel<>(in(workspace, filter), owned(workspace, document));
      case Write.Upsert(var workspace, var filter, var update) ->
          new UpdateOneModel<>(in(workspace, filter), update, UPSERT);
    };
  }

  private static Document owned(String workspace, Document document) {
    document.put(WORKSPACE, workspace);
    return document;
  }

  /** Deletes one document; true when one matched. */
  public Mono<Boolean> delete(String workspace, Bson filter) {
    return one(documents.deleteOne(in(workspace, filter)))
        .map(result -> result.getDeletedCount() > 0);
  }

  /** Deletes all that match; how many those were. */
  public Mono<Long> deleteAll(String workspace, Bson filter) {
    return one(documents.deleteMany(in(workspace, filter))).map(DeleteResult::getDeletedCount);
  }

  public Mono<Long> count(String workspace, Bson filter) {
    return one(documents.countDocuments(in(workspace, filter)));
  }

  /**
   * Documents of every workspace; only for projections, relays, sweeps, reconciliation and
   * administration.
   */
  public Flux<Document> acrossWorkspaces(Bson filter, Bson sort, int limit) {
    return many(documents.find(filter).sort(sort).limit(limit));
  }

  /** All documents of every workspace, a few in memory at a time; as above. */
  public Flux<Document> acrossWorkspaces(Bson filter, Bson sort) {
    return all(filter, sort);
  }

  /** How many match in every workspace; only for metrics. */
  public Mono<Long> countAcrossWorkspaces(Bson filter) {
    return one(documents.countDocuments(filter));
  }

  /** Updates all that match in every workspace; only for relays and sweeps. */
  public Mono<Void> updateAcrossWorkspaces(Bson filter, Bson update) {
    return one(documents.updateMany(filter, update)).then();
  }

  /** Makes sure the index exists. */
  public Mono<Void> index(Bson keys, IndexOptions options) {
    return one(documents.createIndex(keys, options)).then();
  }

  /** A document as the store wrote it takes a fifth of what it takes when it is read. */
  private Flux<Document> all(Bson filter, Bson sort) {
    return many(documents.find(filter, RawBsonDocument.class).sort(sort).batchSize(PORTION))
        .map(raw -> raw.decode(codec));
  }

  private static Bson in(String workspace, Bson filter) {
    return Filters.and(Filters.eq(WORKSPACE, workspace), filter);
  }

  private static boolean hit(UpdateResult result) {
    return result.getMatchedCount() > 0;
  }

  private static <T> Mono<T> one(Publisher<T> publisher) {
    return Mono.from(publisher).onErrorMap(StoreFailures::translate);
  }

  private static <T> Flux<T> many(Publisher<T> publisher) {
    return Flux.from(publisher).onErrorMap(StoreFailures::translate);
  }
}
