package rapport.profile.store;

import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.contracts.LeadEvent.Fact;
import rapport.profile.person.Opinion;
import rapport.profile.person.Opinion.Judged;
import rapport.profile.person.Opinion.Reading;

/** Opinions of visitors and leads as documents and back. */
final class OpinionDocuments {

  private OpinionDocuments() {}

  static Document of(Opinion opinion) {
    return new Document("conversation", opinion.conversation())
        .append("readings", opinion.readings().stream().map(OpinionDocuments::reading).toList())
        .append("persona", judged(opinion.persona()))
        .append("intent", judged(opinion.intent()))
        .append("probability", judged(opinion.probability()));
  }

  static Opinion opinion(Document document) {
    return new Opinion(
        document.getString("stream"),
        document.getString("conversation"),
        document.getList("readings", Document.class).stream()
            .map(OpinionDocuments::reading)
            .toList(),
        judged(document.get("persona", Document.class)),
        judged(document.get("intent", Document.class)),
        judged(document.get("probability", Document.class)));
  }

  private static Document reading(Reading reading) {
    return new Document("messageId", reading.messageId())
        .append("at", RecordDocuments.date(reading.at()))
        .append("eventId", reading.eventId())
        .append("facts", reading.facts().stream().map(OpinionDocuments::fact).toList())
        .append("signals", reading.signals())
        .append("competitors", reading.competitors());
  }

  private static Reading reading(Document document) {
    return new Reading(
        document.getString("messageId"),
        RecordDocuments.requiredInstant(document, "at"),
        document.getString("eventId"),
        document.getList("facts", Document.class).stream().map(OpinionDocuments::fact).toList(),
        document.getList("signals", String.class),
        document.getList("competitors", String.class));
  }

  private static Document fact(Fact fact) {
    return new Document("path", fact.path())
        .append("value", RecordDocuments.value(fact.value()))
        .append("quote", fact.quote())
        .append("confidence", fact.confidence());
  }

  private static Fact fact(Document document) {
    return new Fact(
        document.getString("path"),
        value(document),
        document.getString("quote"),
        document.getDouble("confidence"));
  }

  private static @Nullable Document judged(@Nullable Judged judged) {
    return judged == null
        ? null
        : new Document("value", RecordDocuments.value(judged.value()))
            .append("name", judged.name())
            .append("confidence", judged.confidence())
            .append("quote", judged.quote())
            .append("at", RecordDocuments.date(judged.at()))
            .append("eventId", judged.eventId());
  }

  private static @Nullable Judged judged(@Nullable Document document) {
    return document == null
        ? null
        : new Judged(
            value(document),
            document.getString("name"),
            document.getDouble("confidence"),
            document.getString("quote"),
            RecordDocuments.requiredInstant(document, "at"),
            document.getString("eventId"));
  }

  private static FieldValue value(Document document) {
    return Objects.requireNonNull(RecordDocuments.value(document.get("value")), "value");
  }
}
