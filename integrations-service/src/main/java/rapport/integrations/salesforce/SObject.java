package rapport.integrations.salesforce;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The objects that are read, with the fields asked for. */
enum SObject {
  ACCOUNT(
      "Account",
      "Accounts",
      "account",
      "Name, Website, Industry, NumberOfEmployees, AnnualRevenue, Phone, BillingCountry, Type,"
          + " ParentId, Owner.Id, Owner.Name, Owner.Email"),
  CONTACT(
      "Contact",
      "Contacts",
      "contact",
      "Name, Email, Phone, Title, Department, AccountId, Owner.Id, Owner.Name, Owner.Email"),
  LEAD(
      "Lead",
      "Leads",
      "lead",
      "Name, Email, Company, Title, Status, IsConverted, ConvertedOpportunityId,"
          + " ConvertedAccountId, ConvertedContactId, Owner.Id, Owner.Name, Owner.Email"),
  DEAL(
      "Opportunity",
      "Opportunities, won and lost",
      "deal",
      "Name, StageName, Amount, Probability, CloseDate, IsClosed, IsWon, CreatedDate, AccountId,"
          + " Owner.Id, Owner.Name, Owner.Email,"
          + " (SELECT StageName, CreatedDate FROM OpportunityHistories ORDER BY CreatedDate)"),
  CASE(
      "Case",
      "Cases",
      "case",
      "Subject, Status, Priority, IsClosed, CreatedDate, ClosedDate, AccountId, ContactId");

  private final String api;
  private final String label;
  private final String kind;
  private final String fields;

  SObject(String api, String label, String kind, String fields) {
    this.api = api;
    this.label = label;
    this.kind = kind;
    this.fields = fields;
  }

  /** The name over there. */
  String api() {
    return api;
  }

  String label() {
    return label;
  }

  /** What it is in our words. */
  String kind() {
    return kind;
  }

  /**
   * How many rows a page may have. Opportunities bring their history along: 2,000 of them with ten
   * stages each take 40 MB while they are read, 500 take ten.
   */
  int rows() {
    return this == DEAL ? 500 : 2_000;
  }

  /** What is asked for, besides what every query asks for. */
  List<String> columns(boolean withOurId) {
    var ours = withOurId && this != DEAL && this != CASE ? ", " + Soql.OUR_ID : "";
    return List.of("Id", "SystemModstamp", "IsDeleted", fields + ours);
  }

  static Optional<SObject> of(String api) {
    return Arrays.stream(values()).filter(each -> each.api.equals(api)).findFirst();
  }
}
