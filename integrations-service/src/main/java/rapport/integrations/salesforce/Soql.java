package rapport.integrations.salesforce;

import java.util.Collection;
import java.util.stream.Collectors;

/** Queries. */
final class Soql {

  /** The field that keeps our id of a record over there. */
  static final String OUR_ID = "Rapport_Id__c";

  private Soql() {}

  /** The rows of an object after a place, in order. */
  static String after(SObject object, boolean withOurId, Place place) {
    return "SELECT "
        + String.join(", ", object.columns(withOurId))
        + " FROM "
        + object.api()
        + condition(place)
        + " ORDER BY SystemModstamp, Id";
  }

  private static String condition(Place place) {
    if (place.stamp() == null) {
      return "";
    }
    return " WHERE SystemModstamp > %1$s OR (SystemModstamp = %1$s AND Id > '%2$s')"
        .formatted(place.stamp(), place.id() == null ? "" : quoted(place.id()));
  }

  /** Leads that became one of these opportunities. */
  static String convertedInto(Collection<String> deals, boolean withOurId) {
    return "SELECT Id, Email, ConvertedOpportunityId"
        + (withOurId ? ", " + OUR_ID : "")
        + " FROM Lead WHERE ConvertedOpportunityId IN ("
        + deals.stream().map(id -> "'" + quoted(id) + "'").collect(Collectors.joining(", "))
        + ")";
  }

  static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("'", "\\'");
  }
}
