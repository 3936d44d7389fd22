package rapport.profile.store;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import rapport.contracts.ConsentPurpose;
import rapport.profile.consent.ConsentEntry;
import rapport.profile.consent.ConsentEntry.Source;

/** Lines of ledgers of consents as documents and back. */
final class ConsentDocuments {

  private ConsentDocuments() {}

  static List<Document> of(List<ConsentEntry> entries) {
    return entries.stream().map(ConsentDocuments::of).toList();
  }

  private static Document of(ConsentEntry entry) {
    return new Document("id", entry.id())
        .append("purpose", entry.purpose().wire())
        .append("granted", entry.granted())
        .append("text", entry.text())
        .append("locale", entry.locale())
        .append("source", entry.source().wire())
        .append("where", entry.where())
        .append("by", entry.by())
        .append("name", entry.name())
        .append("at", RecordDocuments.date(entry.at()))
        .append("recordedAt", RecordDocuments.date(entry.recordedAt()));
  }

  /** None of documents of earlier versions, which knew no ledger. */
  static List<ConsentEntry> entries(Document holder) {
    return holder.getList("consents", Document.class, List.of()).stream()
        .map(ConsentDocuments::entry)
        .toList();
  }

  private static ConsentEntry entry(Document document) {
    return new ConsentEntry(
        document.getString("id"),
        ConsentPurpose.named(document.getString("purpose")).orElseThrow(),
        document.getBoolean("granted"),
        document.getString("text"),
        document.getString("locale"),
        Source.named(document.getString("source")).orElseThrow(),
        document.getString("where"),
        document.getString("by"),
        document.getString("name"),
        RecordDocuments.requiredInstant(document, "at"),
        RecordDocuments.requiredInstant(document, "recordedAt"));
  }

  static List<String> wires(Set<ConsentPurpose> purposes) {
    return purposes.stream().sorted().map(ConsentPurpose::wire).toList();
  }

  static Set<ConsentPurpose> purposes(Document holder, String field) {
    return holder.getList(field, String.class, List.of()).stream()
        .flatMap(wire -> ConsentPurpose.named(wire).stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
