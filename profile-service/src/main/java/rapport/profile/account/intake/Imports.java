package rapport.profile.account.intake;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;
import rapport.profile.account.intake.FileImport.Status;
import rapport.profile.account.store.AccountJson;
import rapport.runtime.feed.Feeds;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Imports and their parts as they are stored. */
@Component
public final class Imports {

  private static final int LISTED = 100;
  private static final int AT_ONCE = 20;

  private final WorkspaceCollection imports;
  private final WorkspaceCollection parts;
  private final AccountJson json;
  private final Feeds feeds;

  Imports(DocumentStore store, AccountJson json, Feeds feeds) {
    this.imports = store.collection("account_imports");
    this.parts = store.collection("account_import_parts");
    this.json = json;
    this.feeds = feeds;
  }

  /**
   * An import as it is stored.
   *
   * @param version counts its writes; one that names an older one is refused
   * @param left the beginning of a row that the part read last ended with
   */
  public record Stored(String workspace, FileImport value, long version, Binary left) {}

  /** The key by which feeds hear of an import. */
  public static String key(String workspace, String id) {
    return workspace + "/imports/" + id;
  }

  Mono<Stored> insert(String workspace, FileImport begun) {
    var stored = new Stored(workspace, begun, 1, new Binary(new byte[0]));
    return imports.insert(workspace, document(stored)).thenReturn(stored);
  }

  public Mono<Stored> find(String workspace, String id) {
    return imports.findOne(workspace, eq(workspace + "/" + id)).map(this::stored);
  }

  /** The newest first, at most 100. */
  public Flux<Stored> list(String workspace) {
    var newest = Sorts.descending("createdAt", "_id");
    return imports.find(workspace, new Document(), newest, LISTED).map(this::stored);
  }

  /**
   * Imports of all workspaces that are to be worked on and that nobody holds; first those that have
   * waited longest.
   */
  Flux<Stored> waiting(Instant now) {
    var free = and(among(Status::isWorking), lte("heldUntil", Date.from(now)));
    var longest = Sorts.ascending("heldUntil", "_id");
    return imports.acrossWorkspaces(free, longest, AT_ONCE).map(this::stored);
  }

  /** Imports of all workspaces that were begun before then and wait for somebody since. */
  Flux<Stored> leftSince(Instant then) {
    var left =
        and(
            among(status -> !status.isWorking() && !status.isOver()),
            lt("createdAt", Date.from(then)));
    return imports.acrossWorkspaces(left, Sorts.ascending("createdAt"), LISTED).map(this::stored);
  }

  /** Imports of all workspaces that are over and may have parts still. */
  Flux<Stored> overWithFile() {
    var over = and(among(Status::isOver), ne("forgotten", true));
    return imports.acrossWorkspaces(over, Sorts.ascending("_id"), LISTED).map(this::stored);
  }

  private static Bson among(Predicate<Status> which) {
    return in(
        "status", Arrays.stream(Status.values()).filter(which).map(Status::toString).toList());
  }

  /**
   * Stores the next version, and deletes the file of an import that is over; empty when somebody
   * else has stored one.
   */
  Mono<Stored> save(Stored before, FileImport value, byte[] left, Instant heldUntil) {
    var workspace = before.workspace();
    var next = new Stored(workspace, value, before.version() + 1, new Binary(left));
    var same = and(eq(id(next)), eq("version", before.version()));
    return imports
        .replace(workspace, same, document(next).append("heldUntil", Date.from(heldUntil)))
        .filter(done -> done)
        .map(_ -> next)
        .doOnNext(_ -> feeds.changed(key(workspace, value.id())))
        .flatMap(saved ->
            value.status().isOver() ? forgetFile(saved).thenReturn(saved) : Mono.just(saved));
  }

  /** Deletes the parts of an import that is over. */
  Mono<Void> forgetFile(Stored over) {
    var first = id(over) + ":";
    var beyond = id(over) + ";";
    return parts
        .deleteAll(over.workspace(), and(gte("_id", first), lt("_id", beyond)))
        .then(imports.update(over.workspace(), eq(id(over)), Updates.set("forgotten", true)))
        .then();
  }

  Mono<Void> putPart(String workspace, String id, int number, byte[] part) {
    return parts.upsert(
        workspace, eq(part(workspace, id, number)), Updates.set("bytes", new Binary(part)));
  }

  Mono<byte[]> part(Stored of, int number) {
    return parts
        .findOne(of.workspace(), eq(part(of.workspace(), of.value().id(), number)))
        .map(document -> document.get("bytes", Binary.class).getData());
  }

  private static String part(String workspace, String id, int number) {
    return "%s/%s:%06d".formatted(workspace, id, number);
  }

  private static String id(Stored stored) {
    return stored.workspace() + "/" + stored.value().id();
  }

  private Document document(Stored stored) {
    return new Document("_id", id(stored))
        .append("version", stored.version())
        .append("status", stored.value().status().toString())
        .append("createdAt", Date.from(stored.value().createdAt()))
        .append("heldUntil", Date.from(Instant.EPOCH))
        .append("left", stored.left())
        .append("value", json.document(stored.value()));
  }

  private Stored stored(Document document) {
    return new Stored(
        document.getString("workspace"),
        json.read(document.get("value", Document.class), FileImport.class),
        document.get("version", Number.class).longValue(),
        document.get("left", Binary.class));
  }
}
