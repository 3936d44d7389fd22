package rapport.gateway.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.gt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.DuplicateKeyException;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * The collection {@code audit}: entries under the name of their workspace and their place, so that
 * a place is taken once. Nothing here changes or deletes.
 */
@Repository
class AuditTrail {
  private static final int READ_AT_ONCE = 1_000;
  private static final int WORKSPACES = 10_000;
  private static final Retry PLACE_TAKEN =
      Retry.backoff(1_000, Duration.ofMillis(1))
          .maxBackoff(Duration.ofMillis(50))
          .jitter(0.9)
          .filter(DuplicateKeyException.class::isInstance);

  private final WorkspaceCollection documents;
  private final AuditKey key;
  private final Cache<String, Head> heads = Caffeine.newBuilder().maximumSize(WORKSPACES).build();

  AuditTrail(DocumentStore store, AuditKey key) {
    this.documents = store.collection("audit");
    this.key = key;
  }

  /** A place and its seal. */
  record Head(long seq, String seal) {
    static final Head NONE = new Head(0, AuditChain.BEGIN);
  }

  /**
   * What a check of the whole trail found.
   *
   * @param head the last entry that can be believed
   * @param fault what is wrong with the one after it, null when nothing is
   */
  record Verdict(Head head, AuditChain.@Nullable Fault fault) {}

  /** The order of places, for reading; a place is taken once by its id. */
  Mono<Void> prepare() {
    return documents.index(
        Indexes.ascending(WorkspaceCollection.WORKSPACE, "seq"), new IndexOptions());
  }

  /** Adds an entry; when somebody else took the place meanwhile, at the next. */
  Mono<Void> add(String workspace, AuditEntry entry) {
    return Mono.defer(() -> head(workspace))
        .flatMap(head -> {
          Sealed sealed = key.chain(workspace).next(head.seq(), head.seal(), entry);
          return documents
              .insert(workspace, AuditDocuments.document(workspace, sealed))
              .doOnSuccess(_ -> heads.put(workspace, new Head(sealed.seq(), sealed.seal())));
        })
        .doOnError(DuplicateKeyException.class, _ -> heads.invalidate(workspace))
        .retryWhen(PLACE_TAKEN);
  }

  /** Entries that fit, the latest first. */
  Flux<Sealed> latest(String workspace, Bson filter, int limit) {
    return documents
        .find(workspace, filter, Sorts.descending("seq"), limit)
        .map(AuditDocuments::sealed);
  }

  /** Entries that fit, as they happened. */
  Flux<Sealed> all(String workspace, Bson filter) {
    return page(workspace, filter, 0)
        .expand(page ->
            page.size() < READ_AT_ONCE
                ? Mono.empty()
                : page(workspace, filter, page.getLast().seq()))
        .concatMapIterable(page -> page);
  }

  /**
   * Goes through everything, up to the first fault.
   *
   * @param kept an entry somebody kept the place and the seal of, null for none
   */
  Mono<Verdict> verify(String workspace, @Nullable Head kept) {
    AuditChain chain = key.chain(workspace);
    return all(workspace, empty())
        .scan(
            new Verdict(Head.NONE, null),
            (before, sealed) -> {
              Head head = before.head();
              AuditChain.Fault fault = chain.check(head.seq(), head.seal(), sealed);
              if (fault == null && isAnother(sealed, kept)) {
                fault = AuditChain.Fault.ALTERED;
              }
              return fault == null
                  ? new Verdict(new Head(sealed.seq(), sealed.seal()), null)
                  : new Verdict(head, fault);
            })
        .takeUntil(verdict -> verdict.fault() != null)
        .last()
        .map(verdict ->
            verdict.fault() == null && kept != null && verdict.head().seq() < kept.seq()
                ? new Verdict(verdict.head(), AuditChain.Fault.MISSING)
                : verdict);
  }

  private static boolean isAnother(Sealed sealed, @Nullable Head kept) {
    return kept != null && sealed.seq() == kept.seq() && !sealed.seal().equals(kept.seal());
  }

  private Mono<Head> head(String workspace) {
    Head known = heads.getIfPresent(workspace);
    return known != null
        ? Mono.just(known)
        : latest(workspace, empty(), 1)
            .next()
            .map(sealed -> new Head(sealed.seq(), sealed.seal()))
            .defaultIfEmpty(Head.NONE);
  }

  private Mono<List<Sealed>> page(String workspace, Bson filter, long after) {
    return documents
        .find(workspace, and(filter, gt("seq", after)), Sorts.ascending("seq"), READ_AT_ONCE)
        .map(AuditDocuments::sealed)
        .collectList();
  }
}
