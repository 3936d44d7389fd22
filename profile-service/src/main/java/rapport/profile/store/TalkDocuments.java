package rapport.profile.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConsentPurpose;
import rapport.contracts.ConversationEvent.Arrival;
import rapport.profile.consent.ConsentEntry;
import rapport.profile.person.Talk;

/** Talks with visitors as documents and back. */
final class TalkDocuments {

  private TalkDocuments() {}

  static Document of(Talk talk) {
    return RecordDocuments.of(talk.record())
        .append("locale", talk.locale())
        .append("arrival", talk.arrival() == null ? null : arrival(talk.arrival()))
        .append("mode", talk.mode())
        .append("messages", talk.messages())
        .append("startedAt", RecordDocuments.date(talk.startedAt()))
        .append("lastMessageAt", RecordDocuments.date(talk.lastMessageAt()))
        .append("consents", ConsentDocuments.of(talk.consents()))
        .append("addressedAt", RecordDocuments.date(talk.addressedAt()))
        .append("openQuestions", talk.openQuestions())
        .append("visitor", talk.visitor())
        .append("address", talk.address().orElse(null));
  }

  static Talk talk(Document document) {
    return new Talk(
        RecordDocuments.record(document),
        document.getString("locale"),
        arrival(document.get("arrival", Document.class)),
        document.getString("mode"),
        document.getInteger("messages"),
        RecordDocuments.instant(document.getDate("startedAt")),
        RecordDocuments.instant(document.getDate("lastMessageAt")),
        consents(document),
        RecordDocuments.instant(document.getDate("addressedAt")),
        document.getList("openQuestions", String.class));
  }

  /** Earlier versions kept only what was agreed to last. */
  private static List<ConsentEntry> consents(Document document) {
    var text = document.getString("consent");
    var at = RecordDocuments.instant(document.getDate("addressedAt"));
    if (document.containsKey("consents") || text == null || at == null) {
      return ConsentDocuments.entries(document);
    }
    var conversation = RecordDocuments.record(document).id();
    return List.of(
        new ConsentEntry(
            conversation + ":" + text,
            ConsentPurpose.CHAT,
            true,
            text,
            document.getString("locale"),
            ConsentEntry.Source.CONVERSATION,
            conversation,
            "visitor",
            null,
            at,
            at));
  }

  private static Document arrival(Arrival arrival) {
    return new Document("site", arrival.site())
        .append("page", arrival.page())
        .append("title", arrival.title())
        .append("referrer", arrival.referrer())
        .append(
            "utm",
            arrival.utm().entrySet().stream()
                .map(it -> new Document("name", it.getKey()).append("value", it.getValue()))
                .toList());
  }

  private static @Nullable Arrival arrival(@Nullable Document document) {
    if (document == null) {
      return null;
    }
    Map<String, String> utm = new HashMap<>();
    for (var each : document.getList("utm", Document.class, List.of())) {
      utm.put(each.getString("name"), each.getString("value"));
    }
    return new Arrival(
        document.getString("site"),
        document.getString("page"),
        document.getString("title"),
        document.getString("referrer"),
        utm);
  }
}
