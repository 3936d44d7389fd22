package rapport.integrations.salesforce;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rapport.contracts.IntegrationEvent;
import rapport.contracts.IntegrationEvent.AccountSeen;
import rapport.contracts.IntegrationEvent.CaseSeen;
import rapport.contracts.IntegrationEvent.ContactSeen;
import rapport.contracts.IntegrationEvent.DealPerson;
import rapport.contracts.IntegrationEvent.DealSeen;
import rapport.contracts.IntegrationEvent.LeadSeen;
import rapport.contracts.IntegrationEvent.RecordDeleted;
import rapport.contracts.IntegrationEvent.Source;
import rapport.contracts.IntegrationEvent.StageEntered;
import rapport.integrations.connector.SourceRecord;

/**
 * Rows in our words.
 *
 * @param connection whose rows they are
 * @param instance the address of the organisation
 * @param disqualified what a lead's status is called when nobody follows it any more
 */
record Mapping(String connection, String instance, Set<String> disqualified) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  Mapping {
    disqualified = Set.copyOf(disqualified);
  }

  /**
   * A row as a record.
   *
   * @param people of deals, by the deal's id
   */
  SourceRecord record(SObject object, Row row, Map<String, List<DealPerson>> people) {
    var version = Stamps.read(row.stamp()).toEpochMilli();
    var source =
        new Source(
            connection,
            "salesforce",
            object.api(),
            row.id(),
            Long.toString(version),
            instance + "/" + row.id(),
            row.text(Soql.OUR_ID));
    var event =
        row.isDeleted()
            ? new RecordDeleted(source, object.kind())
            : seen(object, row, source, people.getOrDefault(row.id(), List.of()));
    return new SourceRecord(object.api(), row.id(), version, event);
  }

  private IntegrationEvent seen(SObject object, Row row, Source source, List<DealPerson> people) {
    return switch (object) {
      case ACCOUNT -> account(row, source);
      case CONTACT ->
          new ContactSeen(
              source,
              row.text("Name", "?"),
              lower(row.text("Email")),
              row.text("Phone"),
              row.text("Title"),
              row.text("Department"),
              row.text("AccountId"),
              row.colleague("Owner"));
      case LEAD -> lead(row, source);
      case DEAL -> deal(row, source, people);
      case CASE ->
          new CaseSeen(
              source,
              row.text("Subject", "?"),
              row.flag("IsClosed") ? "closed" : "open",
              priority(row.text("Priority", "")),
              row.text("CreatedDate") == null ? "" : String.valueOf(row.time("CreatedDate")),
              row.time("ClosedDate"),
              row.text("AccountId"),
              row.text("ContactId"));
    };
  }

  private static AccountSeen account(Row row, Source source) {
    var website = row.text("Website");
    return new AccountSeen(
        source,
        row.text("Name", "?"),
        domain(website),
        website,
        row.text("Industry"),
        row.number("NumberOfEmployees"),
        row.number("AnnualRevenue"),
        row.text("Phone"),
        row.text("BillingCountry"),
        row.text("Type"),
        row.colleague("Owner"),
        row.text("ParentId"));
  }

  private LeadSeen lead(Row row, Source source) {
    var stage = row.text("Status");
    var status =
        row.flag("IsConverted")
            ? "converted"
            : stage != null && disqualified.contains(stage.toLowerCase(Locale.ROOT))
                ? "disqualified"
                : "open";
    return new LeadSeen(
        source,
        row.text("Name", "?"),
        lower(row.text("Email")),
        row.text("Company"),
        row.text("Title"),
        status,
        stage,
        row.text("ConvertedOpportunityId"),
        row.text("ConvertedAccountId"),
        row.text("ConvertedContactId"),
        row.colleague("Owner"));
  }

  private static DealSeen deal(Row row, Source source, List<DealPerson> people) {
    var probability = row.number("Probability");
    return new DealSeen(
        source,
        row.text("Name", "?"),
        row.flag("IsClosed") ? row.flag("IsWon") ? "won" : "lost" : "open",
        row.text("StageName"),
        row.number("Amount"),
        row.text("CurrencyIsoCode"),
        probability == null ? null : probability.divide(HUNDRED),
        row.text("CloseDate"),
        row.time("CreatedDate"),
        row.text("AccountId"),
        row.colleague("Owner"),
        people,
        row.rows("OpportunityHistories").stream()
            .map(stage ->
                new StageEntered(
                    stage.needed("StageName"), String.valueOf(stage.time("CreatedDate"))))
            .toList());
  }

  private static String priority(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "critical", "urgent" -> "p1";
      case "high" -> "p2";
      case "low" -> "p4";
      default -> "p3";
    };
  }

  static @Nullable String lower(@Nullable String text) {
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }

  /** The domain of a website as people type it; none when there is none to be seen. */
  static @Nullable String domain(@Nullable String website) {
    if (website == null) {
      return null;
    }
    var host =
        website
            .strip()
            .toLowerCase(Locale.ROOT)
            .replaceFirst("^[a-z]+://", "")
            .replaceFirst("^www\\.", "")
            .replaceFirst("[/:?#].*$", "");
    return host.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+") ? host : null;
  }
}
