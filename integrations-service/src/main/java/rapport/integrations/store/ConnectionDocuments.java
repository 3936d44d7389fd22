package rapport.integrations.store;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import rapport.contracts.IntegrationEvent.ConnectionChanged;
import rapport.integrations.connection.Connection;
import rapport.integrations.connection.Connection.State;
import rapport.integrations.connection.Connection.Trouble;

/** Connections as documents and back. */
final class ConnectionDocuments {

  private ConnectionDocuments() {}

  /** What the connection says of itself, without what it has to tell. */
  static Document of(Connection connection) {
    return new Document("connection", connection.id())
        .append("connector", connection.connector())
        .append("name", connection.name())
        .append("state", connection.state().wire())
        .append("settings", new Document(new LinkedHashMap<>(connection.settings())))
        .append("secrets", connection.secrets())
        .append("sealed", connection.sealed())
        .append("account", connection.account())
        .append("trouble", trouble(connection.trouble()))
        .append("createdBy", connection.createdBy())
        .append("createdAt", Date.from(connection.createdAt()))
        .append("changedAt", Date.from(connection.changedAt()));
  }

  private static @Nullable Document trouble(@Nullable Trouble trouble) {
    return trouble == null
        ? null
        : new Document("code", trouble.code()).append("detail", trouble.detail());
  }

  static ConnectionChanged event(Connection connection) {
    var trouble = connection.trouble();
    return new ConnectionChanged(
        connection.connector(),
        connection.name(),
        connection.state().wire(),
        trouble == null ? null : trouble.code(),
        trouble == null ? null : trouble.detail());
  }

  static Connection read(Document document) {
    var settings = new LinkedHashMap<String, String>();
    document
        .get("settings", Document.class)
        .forEach((name, value) -> settings.put(name, String.valueOf(value)));
    return new Connection(
        document.getString("workspace"),
        document.getString("connection"),
        document.getString("connector"),
        document.getString("name"),
        State.valueOf(document.getString("state").toUpperCase(Locale.ROOT)),
        Map.copyOf(settings),
        document.getList("secrets", String.class),
        document.getString("sealed"),
        document.getString("account"),
        trouble(document),
        document.getString("createdBy"),
        at(document, "createdAt"),
        at(document, "changedAt"),
        document.getLong("rev"));
  }

  private static @Nullable Trouble trouble(Document document) {
    var trouble = document.get("trouble", Document.class);
    return trouble == null
        ? null
        : new Trouble(trouble.getString("code"), trouble.getString("detail"));
  }

  private static Instant at(Document document, String name) {
    return document.getDate(name).toInstant();
  }
}
