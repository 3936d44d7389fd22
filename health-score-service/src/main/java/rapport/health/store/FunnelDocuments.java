package rapport.health.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import rapport.health.funnel.ConversationProgress;
import rapport.health.funnel.FieldProgress;
import rapport.health.funnel.Mark;
import rapport.health.funnel.Marks;
import rapport.health.funnel.Outcome;
import rapport.health.funnel.PhaseProgress;

/**
 * Progress as documents and back. {@code startedOn} is the day of UTC as text, which sorts by date.
 */
final class FunnelDocuments {

  private FunnelDocuments() {}

  static Document of(ConversationProgress progress) {
    return new Document("flow", progress.flow())
        .append("locale", progress.locale())
        .append("startedOn", day(progress.startedAt()))
        .append("startedAt", date(progress.startedAt()))
        .append("lastAt", date(progress.lastAt()))
        .append("completions", marks(progress.completions()))
        .append("completed", progress.completed())
        .append("phase", progress.phase())
        .append("pending", progress.pending())
        .append(
            "phases", progress.phases().entrySet().stream().map(FunnelDocuments::phase).toList())
        .append(
            "fields", progress.fields().entrySet().stream().map(FunnelDocuments::field).toList());
  }

  static ConversationProgress view(Document document) {
    var phases = new LinkedHashMap<String, PhaseProgress>();
    for (var phase : document.getList("phases", Document.class)) {
      phases.put(phase.getString("id"), phase(phase));
    }
    var fields = new LinkedHashMap<String, FieldProgress>();
    for (var field : document.getList("fields", Document.class)) {
      fields.put(field.getString("path"), field(field));
    }
    return new ConversationProgress(
        document.getString("flow"),
        document.getString("locale"),
        instant(document.getDate("startedAt")),
        instant(document.getDate("lastAt")),
        marks(document, "completions"),
        document.getBoolean("completed"),
        document.getString("phase"),
        document.getList("pending", String.class),
        phases,
        fields);
  }

  private static Document phase(Map.Entry<String, PhaseProgress> entry) {
    return new Document("id", entry.getKey())
        .append("entered", marks(entry.getValue().entered()))
        .append("completions", marks(entry.getValue().completions()))
        .append("completed", entry.getValue().completed());
  }

  private static PhaseProgress phase(Document document) {
    return new PhaseProgress(
        marks(document, "entered"),
        marks(document, "completions"),
        document.getBoolean("completed"));
  }

  /** Most fields are asked and answered once, so the rest is there only when there is any. */
  private static Document field(Map.Entry<String, FieldProgress> entry) {
    var field = entry.getValue();
    var document =
        new Document("path", entry.getKey())
            .append("phase", field.phase())
            .append("outcome", field.outcome().name())
            .append("asked", marks(field.asked()))
            .append("settled", field.settled() == null ? null : mark(field.settled()))
            .append("corrected", marks(field.corrected()))
            .append("rejected", marks(field.rejected()))
            .append("removed", field.removed());
    document.values().removeAll(Arrays.asList(null, List.of(), false));
    return document;
  }

  private static FieldProgress field(Document document) {
    var settled = document.get("settled", Document.class);
    return new FieldProgress(
        document.getString("phase"),
        Outcome.valueOf(document.getString("outcome")),
        marks(document, "asked"),
        settled == null ? null : mark(settled),
        marks(document, "corrected"),
        marks(document, "rejected"),
        document.getBoolean("removed", false));
  }

  private static List<Document> marks(Marks marks) {
    return marks.all().stream().map(FunnelDocuments::mark).toList();
  }

  private static Marks marks(Document document, String name) {
    return new Marks(
        document.getList(name, Document.class, List.of()).stream()
            .map(FunnelDocuments::mark)
            .toList());
  }

  private static Document mark(Mark mark) {
    return new Document("at", date(mark.at())).append("cause", mark.cause());
  }

  private static Mark mark(Document document) {
    return new Mark(document.getDate("at").toInstant(), document.getString("cause"));
  }

  private static @Nullable String day(@Nullable Instant at) {
    return at == null ? null : LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
  }

  private static @Nullable Date date(@Nullable Instant at) {
    return at == null ? null : Date.from(at);
  }

  private static @Nullable Instant instant(@Nullable Date at) {
    return at == null ? null : at.toInstant();
  }
}
