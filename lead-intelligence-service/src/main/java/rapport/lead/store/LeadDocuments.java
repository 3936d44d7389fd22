package rapport.lead.store;

import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.EventCodec;
import rapport.contracts.LeadChange;
import rapport.contracts.LeadEvent;
import rapport.contracts.LeadState.Status;
import rapport.lead.lead.Analysis;
import rapport.lead.lead.Closing;
import rapport.lead.lead.Lead;
import rapport.lead.portrait.Talk;
import rapport.lead.site.Technology;
import rapport.runtime.store.JsonDocuments;

/** Leads as documents and back. */
final class LeadDocuments {

  private static final EventCodec<LeadEvent> CODEC = new EventCodec<>(EventCatalog.LEAD);

  private LeadDocuments() {}

  /** Everything of a lead but its news, and what lists are sorted and filtered by. */
  static Map<String, @Nullable Object> fields(Lead lead) {
    var analysis = lead.analysis();
    var persona = analysis == null ? null : analysis.portrait().persona();
    var grade = analysis == null ? "D4" : analysis.score().grade();
    var fields = new LinkedHashMap<String, @Nullable Object>();
    fields.put("lead", lead.id());
    fields.put("email", lead.email());
    fields.put("site", lead.site());
    fields.put("status", lead.status().wire());
    fields.put("open", lead.status().isOpen());
    fields.put("openKey", openKey(lead));
    fields.put("owner", lead.owner());
    fields.put("openedAt", Date.from(lead.openedAt()));
    fields.put("closing", lead.closing() == null ? null : JsonDocuments.of(lead.closing()));
    fields.put("conversations", lead.talks().stream().map(Talk::conversation).toList());
    fields.put("talks", lead.talks().stream().map(JsonDocuments::of).toList());
    fields.put("technologies", lead.technologies().stream().map(JsonDocuments::of).toList());
    fields.put("analysis", analysis == null ? null : JsonDocuments.of(analysis));
    fields.put("points", analysis == null ? 0d : analysis.score().points());
    fields.put("grade", grade);
    fields.put("fitGrade", grade.substring(0, 1));
    fields.put("persona", persona == null ? null : persona.id());
    if (lead.news().stream().anyMatch(LeadDocuments::isOutcome)) {
      fields.put("unlearned", true);
    }
    return fields;
  }

  /** Whether a model of the past has to take it in. */
  private static boolean isOutcome(Envelope<LeadChange> news) {
    return switch (news.event()) {
      case LeadChange.LeadWon _, LeadChange.LeadLost _ -> true;
      case LeadChange.LeadStatusChanged(_, var previous, _) -> !previous.isOpen();
      default -> false;
    };
  }

  /** What is unique among leads: one is open for each person and site. */
  private static String openKey(Lead lead) {
    return lead.status().isOpen() ? openKey(lead.site(), lead.email()) : "closed|" + lead.id();
  }

  static String openKey(String site, String email) {
    return "open|" + site + "|" + email;
  }

  static StoredLead lead(Document document) {
    var closing = document.get("closing", Document.class);
    var analysis = document.get("analysis", Document.class);
    var lead =
        new Lead(
            document.getString("workspace"),
            document.getString("lead"),
            document.getString("email"),
            document.getString("site"),
            status(document.getString("status")),
            document.getString("owner"),
            document.getDate("openedAt").toInstant(),
            closing == null ? null : JsonDocuments.read(closing, Closing.class),
            document.getList("talks", Document.class).stream()
                .map(talk -> JsonDocuments.read(talk, Talk.class))
                .toList(),
            document.getList("technologies", Document.class, List.of()).stream()
                .map(found -> JsonDocuments.read(found, Technology.class))
                .toList(),
            analysis == null ? null : JsonDocuments.read(analysis, Analysis.class),
            document.getLong("told"),
            List.of());
    return new StoredLead(lead, document.getLong("version"));
  }

  private static Status status(String wire) {
    return Status.valueOf(wire.toUpperCase(Locale.ROOT));
  }

  /** As they are told. */
  static List<Envelope<LeadEvent>> news(Lead lead) {
    return lead.news().stream().map(LeadDocuments::told).toList();
  }

  /** As an element of {@code history}. */
  static Document history(Envelope<LeadChange> news) {
    var name = CODEC.nameOf(news.event());
    return new Document("rev", news.rev())
        .append("at", Date.from(news.at()))
        .append("type", name.substring("rapport.lead.".length(), name.lastIndexOf(".v")))
        .append("change", JsonDocuments.of(news.event()));
  }

  private static Envelope<LeadEvent> told(Envelope<LeadChange> news) {
    return new Envelope<>(
        news.id(),
        news.workspace(),
        news.stream(),
        news.rev(),
        news.at(),
        news.cause(),
        news.traceparent(),
        news.event());
  }

  static List<LeadHistoryEntry> historyOf(Document document) {
    var entries = new ArrayList<LeadHistoryEntry>();
    for (var entry : document.getList("history", Document.class)) {
      var change = Objects.requireNonNull(entry.get("change", Document.class));
      entries.add(
          new LeadHistoryEntry(
              entry.getLong("rev"),
              entry.getDate("at").toInstant(),
              entry.getString("type"),
              new LinkedHashMap<>(change)));
    }
    return entries;
  }
}
