package rapport.standalone.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.BadValueException;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** A command that changes the store, in a form that does the same each time it is carried out. */
record WriteCommand(String database, Document command) {

  private static final Set<String> WRITES =
      Set.of(
          "insert",
          "update",
          "delete",
          "findandmodify",
          "create",
          "createindexes",
          "drop",
          "dropindexes",
          "dropdatabase",
          "renamecollection");

  /** Whether a command changes anything. */
  static boolean isOne(String name, Document command) {
    return WRITES.contains(name.toLowerCase(Locale.ROOT))
        || (name.equals("aggregate")
            && documents(command, "pipeline").anyMatch(WriteCommand::stores));
  }

  private static boolean stores(Document stage) {
    return stage.containsKey("$out") || stage.containsKey("$merge");
  }

  /**
   * Settles what the server would otherwise choose itself, such as the id of a new document.
   *
   * @throws BadValueException for what the embedded store cannot do as MongoDB does
   */
  static WriteCommand of(String database, Document command) {
    documents(command, "documents")
        .forEach(document -> document.computeIfAbsent("_id", _ -> new ObjectId()));
    documents(command, "updates").forEach(update -> settle(update, "q", "u"));
    if (command.containsKey("findAndModify") || command.containsKey("findandmodify")) {
      settle(command, "query", "update");
    }
    documents(command, "indexes").forEach(WriteCommand::refuseUnknownKinds);
    return new WriteCommand(database, command);
  }

  private static void settle(Document command, String filterKey, String changeKey) {
    if (!(command.get(changeKey) instanceof Document change)) {
      return;
    }
    if (change.containsKey("$currentDate")) {
      throw new BadValueException("the embedded store does not know $currentDate: send the time");
    }
    var filter = (Document) command.getOrDefault(filterKey, new Document());
    if (Boolean.TRUE.equals(command.get("upsert")) && !namesId(filter)) {
      change.computeIfAbsent("$setOnInsert", _ -> new Document());
      if (change.keySet().stream().anyMatch(key -> !key.startsWith("$"))) {
        throw new BadValueException(
            "the embedded store replaces with upsert only when the filter names the _id");
      }
      ((Document) change.get("$setOnInsert")).computeIfAbsent("_id", _ -> new ObjectId());
    }
  }

  private static boolean namesId(Document filter) {
    return filter.containsKey("_id") || documents(filter, "$and").anyMatch(WriteCommand::namesId);
  }

  private static void refuseUnknownKinds(Document index) {
    if (index.containsKey("partialFilterExpression") || index.containsKey("collation")) {
      throw new BadValueException(
          "the embedded store has no partial indexes and no collations: " + index.get("name"));
    }
    if (index.get("key") instanceof Document key
        && key.values().stream().anyMatch(String.class::isInstance)) {
      throw new BadValueException(
          "the embedded store has ascending and descending indexes only: " + index.get("name"));
    }
  }

  /** Whether the client wants to hear only when the disk has it. */
  boolean journaled() {
    return command.get("writeConcern") instanceof Document concern
        && Boolean.TRUE.equals(concern.get("j"));
  }

  String name() {
    return command.keySet().iterator().next();
  }

  byte[] encoded() {
    var bytes = Unpooled.buffer(512);
    BsonEncoder.encodeDocument(
        new Document("database", database).append("command", command), bytes);
    return ByteBufUtil.getBytes(bytes);
  }

  static WriteCommand decoded(byte[] record) {
    var document = BsonDecoder.decodeBson(Unpooled.wrappedBuffer(record));
    return new WriteCommand(
        Objects.toString(document.get("database")),
        (Document) Objects.requireNonNull(document.get("command")));
  }

  private static Stream<Document> documents(Document command, String key) {
    return command.get(key) instanceof Collection<?> all
        ? all.stream().filter(Document.class::isInstance).map(Document.class::cast)
        : Stream.empty();
  }
}
