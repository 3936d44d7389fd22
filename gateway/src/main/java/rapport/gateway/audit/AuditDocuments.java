package rapport.gateway.audit;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import rapport.runtime.store.WorkspaceCollection;

/** Entries as they are stored. */
final class AuditDocuments {
  private AuditDocuments() {}

  static Document document(String workspace, Sealed sealed) {
    AuditEntry entry = sealed.entry();
    return new Document("_id", workspace + "/" + sealed.seq())
        .append(WorkspaceCollection.WORKSPACE, workspace)
        .append("seq", sealed.seq())
        .append("at", Date.from(entry.at()))
        .append("kind", entry.kind().wire())
        .append("actor", entry.actor())
        .append("actorName", entry.actorName())
        .append("via", entry.via())
        .append("method", entry.method())
        .append("path", entry.path())
        .append("status", entry.status())
        .append("requestId", entry.requestId())
        .append("address", entry.address())
        .append("changes", entry.changes())
        .append("seal", sealed.seal());
  }

  /**
   * An entry somebody has written over may lack anything: it then reads as one that was altered.
   */
  static Sealed sealed(Document document) {
    AuditEntry.Kind kind = AuditEntry.Kind.of(document.getString("kind"));
    Date at = document.getDate("at");
    var entry =
        new AuditEntry(
            at == null ? Instant.EPOCH : at.toInstant(),
            kind == null ? AuditEntry.Kind.CHANGE : kind,
            document.get("actor", ""),
            document.get("actorName", ""),
            document.get("via", ""),
            document.get("method", ""),
            document.get("path", ""),
            document.get("status", 0),
            document.get("requestId", ""),
            document.get("address", ""),
            document.getList("changes", String.class, List.of()));
    return new Sealed(document.get("seq", 0L), entry, document.get("seal", ""));
  }
}
