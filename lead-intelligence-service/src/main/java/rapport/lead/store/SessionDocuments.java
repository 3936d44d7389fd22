package rapport.lead.store;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import rapport.lead.session.Session;

/** Sessions as documents and back. */
final class SessionDocuments {

  private SessionDocuments() {}

  static Document of(Session session) {
    return new Document("stream", session.id())
        .append("flow", session.flow())
        .append("startedAt", date(session.startedAt()))
        .append("lastMessageAt", date(session.lastMessageAt()))
        .append("turns", session.turns())
        .append("completed", session.completed());
  }

  static Session view(Document document) {
    return new Session(
        document.getString("stream"),
        document.getString("flow"),
        instant(document.getDate("startedAt")),
        instant(document.getDate("lastMessageAt")),
        document.getInteger("turns"),
        document.getBoolean("completed"));
  }

  private static @Nullable Date date(@Nullable Instant at) {
    return at == null ? null : Date.from(at);
  }

  private static @Nullable Instant instant(@Nullable Date at) {
    return at == null ? null : at.toInstant();
  }
}
