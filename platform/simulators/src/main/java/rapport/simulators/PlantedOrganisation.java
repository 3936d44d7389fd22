package rapport.simulators;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import rapport.simulators.Company.Deal;
import rapport.simulators.Company.Person;

/** What a simulated Salesforce has to begin with: the companies, their people, deals and cases. */
final class PlantedOrganisation {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXX").withZone(ZoneOffset.UTC);
  private static final Map<String, String> OWNER =
      Map.of("Id", "005000000000001AAA", "Name", "Us", "Email", MailSimulator.OURS);

  private final SalesforceTables tables = new SalesforceTables(true);
  private final Instant now;

  private PlantedOrganisation(Instant now) {
    this.now = now;
  }

  static SalesforceTables at(Instant now) {
    var planted = new PlantedOrganisation(now);
    for (var i = 0; i < Company.ALL.size(); i++) {
      planted.company(i, Company.ALL.get(i));
    }
    return planted.tables;
  }

  private void company(int number, Company company) {
    var account = id("001", number);
    put(
        "Account",
        account,
        200 - number,
        Map.of(
            "Name",
            company.name(),
            "Website",
            "https://www." + company.domain(),
            "Industry",
            company.industry(),
            "NumberOfEmployees",
            company.employees(),
            "Type",
            company.won() == Deal.WON ? "Customer" : "Prospect",
            "BillingCountry",
            "Germany",
            "Owner",
            OWNER));
    for (var i = 0; i < company.people().size(); i++) {
      person(company, account, 10 * number + i, company.people().get(i));
    }
    deal(number, company, account);
    if (company.won() == Deal.WON) {
      ticket(number, account);
    }
  }

  private void person(Company company, String account, int number, Person person) {
    var known = new HashMap<String, Object>();
    known.put("Name", person.first() + " " + person.last());
    known.put("FirstName", person.first());
    known.put("LastName", person.last());
    known.put("Email", company.address(person));
    known.put("Title", person.title());
    known.put("Owner", OWNER);
    var contact = new HashMap<>(known);
    contact.put("AccountId", account);
    put("Contact", id("003", number), 150, contact);
    known.put("Company", company.name());
    var isConverted = company.won() == Deal.WON;
    known.put(
        "Status",
        isConverted
            ? "Closed - Converted"
            : company.won() == Deal.LOST ? "Unqualified" : "Working - Contacted");
    known.put("IsConverted", isConverted);
    if (isConverted) {
      known.put("ConvertedAccountId", account);
      known.put("ConvertedContactId", id("003", number));
      known.put("ConvertedOpportunityId", id("006", number / 10));
    }
    put("Lead", id("00Q", number), 160, known);
  }

  private void deal(int number, Company company, String account) {
    var isClosed = company.won() != Deal.OPEN;
    var stage =
        switch (company.won()) {
          case WON -> "Closed Won";
          case LOST -> "Closed Lost";
          case OPEN -> "Proposal/Price Quote";
        };
    put(
        "Opportunity",
        id("006", number),
        20,
        Map.ofEntries(
            Map.entry("Name", company.name() + ", " + company.employees() / 10 + " seats"),
            Map.entry("StageName", stage),
            Map.entry("Amount", company.employees() * 12),
            Map.entry("Probability", isClosed ? company.won() == Deal.WON ? 100 : 0 : 60),
            Map.entry("CloseDate", day(isClosed ? 20 : -30)),
            Map.entry("CreatedDate", STAMP.format(ago(140))),
            Map.entry("IsClosed", isClosed),
            Map.entry("IsWon", company.won() == Deal.WON),
            Map.entry("AccountId", account),
            Map.entry("Owner", OWNER),
            Map.entry(
                "OpportunityHistories",
                Map.of(
                    "records",
                    List.of(
                        Map.of("StageName", "Qualification", "CreatedDate", STAMP.format(ago(140))),
                        Map.of("StageName", stage, "CreatedDate", STAMP.format(ago(20))))))));
  }

  private void ticket(int number, String account) {
    put(
        "Case",
        id("500", number),
        5,
        Map.of(
            "Subject",
            "Import stops at row 10,000",
            "Status",
            "Working",
            "Priority",
            "High",
            "IsClosed",
            false,
            "CreatedDate",
            STAMP.format(ago(6)),
            "AccountId",
            account));
  }

  private void put(String object, String id, int daysAgo, Map<String, Object> fields) {
    tables.put(object, id, ago(daysAgo), Duration.ZERO, fields);
  }

  private Instant ago(int days) {
    return now.minus(Duration.ofDays(days));
  }

  private String day(int daysAgo) {
    return LocalDate.ofInstant(ago(daysAgo), ZoneOffset.UTC).toString();
  }

  private static String id(String prefix, int number) {
    return String.format(Locale.ROOT, "%s%012dAAA", prefix, number + 1);
  }
}
