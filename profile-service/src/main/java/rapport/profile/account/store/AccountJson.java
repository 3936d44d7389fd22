package rapport.profile.account.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.springframework.stereotype.Component;
import rapport.profile.account.Account;
import rapport.profile.account.Change;
import rapport.profile.account.Contact;
import rapport.profile.account.Contract;
import rapport.profile.account.Deal;
import rapport.profile.account.Interaction;
import rapport.profile.account.Report;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Accounts and their things as documents and as maps of JSON values, and back. */
@Component
public final class AccountJson {

  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};
  private static final JsonWriterSettings RELAXED =
      JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build();

  private final JsonMapper json =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  /** A record as a document; {@link #read} reads it back. */
  public Document document(Object value) {
    return Document.parse(json.writeValueAsString(value));
  }

  /** The record a document was made of. */
  public <T> T read(Document document, Class<T> type) {
    return json.readValue(document.toJson(RELAXED), type);
  }

  /** The JSON values of a record by field; fields without a value are absent. */
  public Map<String, Object> map(Object value) {
    return json.convertValue(value, MAP);
  }

  Document change(Change change) {
    var document =
        new Document("kind", change.kind())
            .append("id", change.id())
            .append("value", document(change.value()));
    return change instanceof Change.OfAccount(_, var reason) && !reason.isEmpty()
        ? document.append("reason", reason)
        : document;
  }

  Change change(Document document) {
    var value = document.get("value", Document.class);
    var kind = document.getString("kind");
    return switch (kind) {
      case "account" ->
          new Change.OfAccount(read(value, Account.class), document.get("reason", ""));
      case "contact" -> new Change.OfContact(read(value, Contact.class));
      case "interaction" -> new Change.OfInteraction(read(value, Interaction.class));
      case "deal" -> new Change.OfDeal(read(value, Deal.class));
      case "contract" -> new Change.OfContract(read(value, Contract.class));
      default -> new Change.OfReport(report(kind, value));
    };
  }

  Report report(String kind, Document value) {
    return switch (kind) {
      case "usage" -> read(value, Report.Usage.class);
      case "ticket" -> read(value, Report.Ticket.class);
      case "goal" -> read(value, Report.Goal.class);
      case "roi" -> read(value, Report.Roi.class);
      case "nps" -> read(value, Report.Nps.class);
      default -> throw new IllegalStateException("no report is called " + kind);
    };
  }
}
