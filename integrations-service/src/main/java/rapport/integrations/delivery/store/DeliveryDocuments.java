package rapport.integrations.delivery.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import rapport.integrations.delivery.Attempt;
import rapport.integrations.delivery.Attempt.Result;
import rapport.integrations.delivery.Delivery;
import rapport.integrations.delivery.Delivery.State;
import rapport.integrations.delivery.Parcel;
import rapport.runtime.store.WorkspaceCollection;

/** Deliveries as documents and back. */
final class DeliveryDocuments {

  static final Date NEVER = Date.from(Instant.parse("9999-01-01T00:00:00Z"));

  /** How a parcel for a channel is marked. */
  static final String CHAT = "chat";

  private DeliveryDocuments() {}

  /** Without what it is called and whose it is. */
  static Document of(Delivery delivery) {
    return new Document("messageId", delivery.messageId())
        .append("type", delivery.type())
        .append("destination", delivery.parcel().destination().key())
        .append("label", delivery.label())
        .append("parcel", parcel(delivery.parcel()))
        .append("state", delivery.state().name().toLowerCase(Locale.ROOT))
        .append("createdAt", Date.from(delivery.createdAt()))
        .append("since", Date.from(delivery.since()))
        .append("tries", delivery.tries())
        .append("due", due(delivery))
        .append("doneAt", date(delivery.doneAt()))
        .append("reason", delivery.reason())
        .append("attempts", delivery.attempts().stream().map(DeliveryDocuments::attempt).toList());
  }

  static Date due(Delivery delivery) {
    var due = date(delivery.due());
    return due == null ? NEVER : due;
  }

  private static Document parcel(Parcel parcel) {
    return switch (parcel) {
      case Parcel.Hook(var endpoint, var body) ->
          new Document("kind", "hook").append("endpoint", endpoint).append("body", body);
      case Parcel.Chat(var connection, var channel, var text) ->
          new Document("kind", CHAT)
              .append("connection", connection)
              .append("channel", channel)
              .append("text", text);
      case Parcel.Mail(var to, var subject, var text, var html) ->
          new Document("kind", "mail")
              .append("to", to)
              .append("subject", subject)
              .append("text", text)
              .append("html", html);
    };
  }

  private static Parcel parcel(Document parcel) {
    return switch (parcel.getString("kind")) {
      case "hook" -> new Parcel.Hook(parcel.getString("endpoint"), parcel.getString("body"));
      case CHAT ->
          new Parcel.Chat(
              parcel.getString("connection"),
              parcel.getString("channel"),
              parcel.getString("text"));
      case "mail" ->
          new Parcel.Mail(
              parcel.getList("to", String.class),
              parcel.getString("subject"),
              parcel.getString("text"),
              parcel.getString("html"));
      case String other -> throw new IllegalArgumentException("no kind of parcel: " + other);
    };
  }

  private static Document attempt(Attempt attempt) {
    var document =
        new Document("at", Date.from(attempt.at()))
            .append("millis", attempt.took().toMillis())
            .append("status", attempt.status())
            .append("detail", attempt.detail());
    return switch (attempt.result()) {
      case Result.Done() -> document.append("result", "done");
      case Result.Later(var after, var down) ->
          document.append("result", "later").append("after", after.toMillis()).append("down", down);
      case Result.Refused(var closed) ->
          document.append("result", "refused").append("closed", closed);
    };
  }

  private static Attempt attempt(Document document) {
    Result result =
        switch (document.getString("result")) {
          case "done" -> new Result.Done();
          case "later" ->
              new Result.Later(
                  Duration.ofMillis(document.getLong("after")), document.getBoolean("down"));
          case "refused" -> new Result.Refused(document.getBoolean("closed"));
          case String other -> throw new IllegalArgumentException("no result: " + other);
        };
    return new Attempt(
        document.getDate("at").toInstant(),
        Duration.ofMillis(document.getLong("millis")),
        result,
        document.getInteger("status"),
        document.getString("detail"));
  }

  static StoredDelivery read(Document document) {
    var id = document.getString("_id");
    var delivery =
        new Delivery(
            id.substring(id.indexOf('/') + 1),
            document.getString("messageId"),
            document.getString("type"),
            document.getString("label"),
            parcel(Objects.requireNonNull(document.get("parcel", Document.class))),
            State.valueOf(document.getString("state").toUpperCase(Locale.ROOT)),
            document.getDate("createdAt").toInstant(),
            document.getDate("since").toInstant(),
            document.getInteger("tries"),
            due(document),
            instant(document, "doneAt"),
            document.getString("reason"),
            attempts(document));
    return new StoredDelivery(
        document.getString(WorkspaceCollection.WORKSPACE), delivery, document.getLong("rev"));
  }

  private static @Nullable Instant due(Document document) {
    var due = document.getDate("due").toInstant();
    return due.equals(NEVER.toInstant()) ? null : due;
  }

  private static List<Attempt> attempts(Document document) {
    return document.getList("attempts", Document.class).stream()
        .map(DeliveryDocuments::attempt)
        .toList();
  }

  private static @Nullable Instant instant(Document document, String name) {
    var date = document.getDate(name);
    return date == null ? null : date.toInstant();
  }

  private static @Nullable Date date(@Nullable Instant instant) {
    return instant == null ? null : Date.from(instant);
  }
}
