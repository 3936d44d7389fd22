package rapport.integrations.push.store;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.integrations.push.Job;
import rapport.integrations.push.Job.Origin;
import rapport.integrations.push.Job.State;
import rapport.integrations.push.Job.Trouble;
import rapport.integrations.push.Kind;
import rapport.runtime.store.JsonDocuments;

/** Jobs as documents and back. */
final class JobDocuments {

  /** So that values are written and read as what they are. */
  private record Fields(Map<String, FieldValue> fields) {}

  private JobDocuments() {}

  static Document fields(Map<String, FieldValue> fields) {
    return JsonDocuments.of(new Fields(fields));
  }

  /** What is true whether it was woken meanwhile or not. */
  static Bson findings(Job job) {
    return combine(
        set("label", job.label()),
        set("remoteId", job.remoteId()),
        set("origin", job.origin() == null ? null : job.origin().wire()),
        set("written", fields(job.written())),
        set("tried", job.tried().stream().map(JobDocuments::fields).toList()),
        set("kept", job.kept()),
        set("doneAt", date(job.doneAt())));
  }

  /** How far it is. */
  static Bson state(Job job) {
    var due = job.due();
    var error = job.error();
    return combine(
        set("state", job.state().wire()),
        set("due", Pushes.date(due)),
        set("tries", job.tries()),
        set("error", error == null ? null : JsonDocuments.of(error)));
  }

  static Job read(Document document) {
    var due = document.getDate("due");
    var error = document.get("error", Document.class);
    return new Job(
        Kind.valueOf(document.getString("kind").toUpperCase(Locale.ROOT)),
        document.getString("id"),
        document.getString("label"),
        State.valueOf(document.getString("state").toUpperCase(Locale.ROOT)),
        document.getLong("seq"),
        document.getInteger("tries"),
        error == null ? null : JsonDocuments.read(error, Trouble.class),
        document.getString("remoteId"),
        origin(document.getString("origin")),
        values(document.get("written", Document.class)),
        document.getList("tried", Document.class, List.of()).stream()
            .map(JobDocuments::values)
            .toList(),
        document.getList("kept", String.class, List.of()),
        Pushes.instant(due),
        instant(document, "doneAt"));
  }

  private static @Nullable Origin origin(@Nullable String wire) {
    return wire == null ? null : Origin.valueOf(wire.toUpperCase(Locale.ROOT));
  }

  private static Map<String, FieldValue> values(@Nullable Document fields) {
    return fields == null ? Map.of() : JsonDocuments.read(fields, Fields.class).fields();
  }

  private static @Nullable Date date(@Nullable Instant at) {
    return at == null ? null : Date.from(at);
  }

  private static @Nullable Instant instant(Document document, String name) {
    var date = document.getDate(name);
    return date == null ? null : date.toInstant();
  }
}
