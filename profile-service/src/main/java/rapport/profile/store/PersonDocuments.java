package rapport.profile.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import rapport.contracts.PersonState.Leaf;
import rapport.contracts.PersonState.Source;
import rapport.profile.person.Claim;
import rapport.profile.person.Editor;
import rapport.profile.person.Hand;
import rapport.profile.person.Link;
import rapport.profile.person.Person;
import rapport.profile.person.Standing;

/** People as documents and back. */
final class PersonDocuments {

  private PersonDocuments() {}

  /** What a document holds of a person; all of it is written anew with every save. */
  static Document of(Person person) {
    return new Document("person", person.id())
        .append("rev", person.rev())
        .append("shown", person.isShown())
        .append("search", PersonSearch.text(person))
        .append("hints", PersonSearch.hints(person))
        .append("conversations", person.conversations())
        .append("changedAt", RecordDocuments.date(person.changedAt()))
        .append("mergedInto", person.merged() == null ? null : person.merged().into())
        .append("merged", person.merged() == null ? null : link(person.merged()))
        .append("consents", ConsentDocuments.of(person.consents()))
        .append("withheld", ConsentDocuments.wires(person.withheld()))
        .append(
            "leaves",
            person.leaves().entrySet().stream()
                .map(leaf -> leaf(leaf.getValue()).append("path", leaf.getKey()))
                .toList())
        .append(
            "hands",
            person.hands().entrySet().stream()
                .map(hand -> hand(hand.getValue()).append("path", hand.getKey()))
                .toList());
  }

  static Person person(Document document) {
    Map<String, Leaf> leaves = new LinkedHashMap<>();
    for (var leaf : document.getList("leaves", Document.class)) {
      leaves.put(leaf.getString("path"), leaf(leaf));
    }
    Map<String, Hand> hands = new TreeMap<>();
    for (var hand : document.getList("hands", Document.class)) {
      hands.put(hand.getString("path"), hand(hand));
    }
    var link = document.get("merged", Document.class);
    return new Person(
        document.getString("person"),
        document.getLong("rev"),
        leaves,
        hands,
        document.getList("conversations", String.class),
        ConsentDocuments.entries(document),
        ConsentDocuments.purposes(document, "withheld"),
        link == null ? null : link(link),
        RecordDocuments.instant(document.getDate("changedAt")));
  }

  static Document leaf(Leaf leaf) {
    return new Document("value", RecordDocuments.value(leaf.value()))
        .append("source", source(leaf.source()))
        .append("by", leaf.by())
        .append("at", RecordDocuments.date(leaf.at()))
        .append("confidence", leaf.confidence())
        .append("locked", leaf.locked());
  }

  static Leaf leaf(Document document) {
    var value = RecordDocuments.value(document.get("value"));
    if (value == null) {
      throw new IllegalStateException("a stored leaf has no value");
    }
    return new Leaf(
        value,
        source(document.get("source", Document.class)),
        document.getString("by"),
        RecordDocuments.requiredInstant(document, "at"),
        document.getDouble("confidence"),
        document.getBoolean("locked"));
  }

  private static Document source(Source source) {
    return new Document("system", source.system())
        .append("recordId", source.recordId())
        .append("eventId", source.eventId())
        .append("quote", source.quote());
  }

  private static Source source(Document document) {
    return new Source(
        document.getString("system"),
        document.getString("recordId"),
        document.getString("eventId"),
        document.getString("quote"));
  }

  private static Document hand(Hand hand) {
    return new Document("claim", hand.claim() == null ? null : claim(hand.claim()))
        .append("written", hand.written())
        .append("editor", editor(hand.editor()))
        .append("at", RecordDocuments.date(hand.at()))
        .append("rev", hand.rev())
        .append("before", hand.before() == null ? null : hand(hand.before()));
  }

  private static Hand hand(Document document) {
    return new Hand(
        claim(document.get("claim", Document.class)),
        document.getBoolean("written"),
        editor(document.get("editor", Document.class)),
        RecordDocuments.requiredInstant(document, "at"),
        document.getLong("rev"),
        before(document.get("before", Document.class)));
  }

  private static @Nullable Hand before(@Nullable Document document) {
    return document == null ? null : hand(document);
  }

  private static Document claim(Claim claim) {
    return new Document("path", claim.path())
        .append("value", RecordDocuments.value(claim.value()))
        .append("standing", claim.standing().name())
        .append("source", source(claim.source()))
        .append("by", claim.by())
        .append("at", RecordDocuments.date(claim.at()))
        .append("confidence", claim.confidence());
  }

  private static @Nullable Claim claim(@Nullable Document document) {
    return document == null
        ? null
        : new Claim(
            document.getString("path"),
            RecordDocuments.value(document.get("value")),
            Standing.valueOf(document.getString("standing")),
            source(document.get("source", Document.class)),
            document.getString("by"),
            RecordDocuments.requiredInstant(document, "at"),
            document.getDouble("confidence"));
  }

  static Document editor(Editor editor) {
    return new Document("id", editor.id()).append("name", editor.name());
  }

  static Editor editor(Document document) {
    return new Editor(document.getString("id"), document.getString("name"));
  }

  private static Document link(Link link) {
    return new Document("into", link.into())
        .append("editor", editor(link.editor()))
        .append("at", RecordDocuments.date(link.at()));
  }

  private static Link link(Document document) {
    return new Link(
        document.getString("into"),
        editor(document.get("editor", Document.class)),
        RecordDocuments.requiredInstant(document, "at"));
  }
}
