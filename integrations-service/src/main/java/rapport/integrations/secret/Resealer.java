package rapport.integrations.secret;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Sorts;
import java.util.List;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import rapport.runtime.problem.Problem;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Seals with the newest key what an older one has sealed. Each text is put in the place of the very
 * one that was read, so what somebody changes meanwhile stays; who dies half way goes on where it
 * was.
 */
@Component
public final class Resealer {

  private static final Logger LOG = LoggerFactory.getLogger(Resealer.class);
  private static final int AT_ONCE = 200;

  private final List<SealedPlace> places;
  private final SecretVault vault;

  public Resealer(List<SealedPlace> places, SecretVault vault) {
    this.places = List.copyOf(places);
    this.vault = vault;
  }

  /** Seals everything anew that needs it; how many that were. */
  public Mono<Long> pass() {
    return old().concatMap(this::resealed).filter(done -> done).count();
  }

  /** How many texts are sealed with an older key. */
  public Mono<Long> waiting() {
    return old().count();
  }

  private record Sealed(SealedPlace place, Document document, String text) {}

  private Flux<Sealed> old() {
    return Mono.fromRunnable(vault::refresh)
        .subscribeOn(Schedulers.boundedElastic())
        .thenMany(Flux.fromIterable(places))
        .concatMap(place ->
            documents(place).map(document -> new Sealed(place, document, text(place, document))))
        .filter(sealed -> !sealed.text().isEmpty() && !vault.isNewest(sealed.text()));
  }

  private static String text(SealedPlace place, Document document) {
    return place.sealed().apply(document);
  }

  private static Flux<Document> documents(SealedPlace place) {
    return page(place, "")
        .expand(page ->
            page.size() < AT_ONCE ? Mono.empty() : page(place, page.getLast().getString("_id")))
        .concatMapIterable(page -> page);
  }

  private static Mono<List<Document>> page(SealedPlace place, String after) {
    return place
        .documents()
        .flatMapMany(all -> all.acrossWorkspaces(gt("_id", after), Sorts.ascending("_id"), AT_ONCE))
        .collectList();
  }

  /** One that no key opens any longer stays as it is: whoever uses it is told. */
  private Mono<Boolean> resealed(Sealed sealed) {
    var workspace = sealed.document().getString(WorkspaceCollection.WORKSPACE);
    var owner = sealed.place().owner().apply(sealed.document());
    String anew;
    try {
      anew = vault.seal(workspace, owner, vault.open(workspace, owner, sealed.text()));
    } catch (Problem unreadable) {
      LOG.warn("the secrets of {} cannot be read: {}", owner, unreadable.code());
      return Mono.just(false);
    }
    var field = sealed.place().field();
    var asRead = and(eq(sealed.document().getString("_id")), eq(field, sealed.text()));
    return sealed
        .place()
        .documents()
        .flatMap(all -> all.update(workspace, asRead, set(field, anew)));
  }
}
