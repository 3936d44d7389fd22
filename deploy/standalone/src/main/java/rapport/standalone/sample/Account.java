package rapport.standalone.sample;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An account of the sample workspace.
 *
 * @param past what {@code PUT /api/v1/accounts/{id}/past} takes
 */
record Account(Company company, List<Person> people, Map<String, Object> past) {

  /** Where accounts of the sample workspace come from. */
  static final String SOURCE = "sample";

  static Account of(Company company) {
    var people = Person.of(company);
    var agreements = Agreements.of(company, people);
    var reports = new Reports(company, people);
    var customer = company.story().isCustomer();
    var past =
        Told.map(
            "details", details(company),
            "standing", standing(company),
            "createdAt", Told.at(company.since().minusDays(customer ? 120 : 0), 8, 0),
            "customerSince", customer ? company.since() : null,
            "contacts", people.stream().map(it -> it.told(company, people)).toList(),
            "contracts", agreements.contracts(),
            "deals", agreements.deals(),
            "interactions", Talk.of(company, people),
            "usage", customer ? reports.usage() : List.of(),
            "tickets", customer ? reports.tickets() : List.of(),
            "goals", customer ? reports.goals() : List.of(),
            "roi", customer ? reports.roi() : List.of(),
            "nps", customer ? reports.nps() : List.of());
    return new Account(company, people, Told.map("source", SOURCE, "past", past));
  }

  private static Map<String, Object> details(Company company) {
    var words = Words.names();
    var chance = company.chance("details");
    var industry = company.industry();
    return Told.map(
        "name", company.name(),
        "domain", company.domain(),
        "website", "https://www." + company.domain() + "/",
        "industry", industry,
        "segment", company.segment(),
        "employees", company.employees(),
        "annualRevenue", (long) company.employees() * chance.between(90, 240) * 1_000,
        "currency", company.currency(),
        "country", company.country(),
        "city", company.city(),
        "description", words.of("does." + industry).getFirst() + ".",
        "owner", company.owner(),
        "technologies", chance.shuffled(words.of("technologies." + industry)).subList(0, 3),
        "competitors",
            company.story() == Story.DECIDING ? List.of(chance.one(words.of("competitor"))) : null,
        "tags", List.of("sample data", industry.toLowerCase(Locale.ROOT)));
  }

  private static Map<String, Object> standing(Company company) {
    var chance = company.chance("standing");
    return Told.map(
        "stage", company.story().stage,
        "step", step(company.story(), chance),
        "churnRisk", risk(company.story(), chance));
  }

  private static String step(Story story, Chance chance) {
    return switch (story) {
      case THRIVING -> chance.one(List.of("success", "advocacy", "expansion"));
      case GROWING -> "expansion";
      case NEW -> "onboarding";
      case STEADY -> chance.one(List.of("adoption", "success"));
      case SLIPPING, SILENT, STRUGGLING, UNCERTAIN, LOST -> "adoption";
      case DECIDING ->
          chance.one(List.of("discovery", "technical-validation", "business-case", "negotiation"));
      case EARLY ->
          chance.one(
              List.of("research", "qualification", "initial-outreach", "interest-development"));
    };
  }

  private static @Nullable String risk(Story story, Chance chance) {
    return switch (story) {
      case STRUGGLING -> chance.one(List.of("root-cause", "recovery-plan", "executive-escalation"));
      case SLIPPING -> chance.in(.6) ? "early-warning" : null;
      case LOST -> "win-back";
      default -> null;
    };
  }
}
