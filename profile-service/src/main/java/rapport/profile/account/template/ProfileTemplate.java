package rapport.profile.account.template;

import static rapport.profile.account.template.Section.facts;
import static rapport.profile.account.template.Section.row;
import static rapport.profile.account.template.Section.table;

import java.util.List;
import rapport.profile.account.Deal;

/** The company, its people, and what there is between it and us. */
final class ProfileTemplate {

  private ProfileTemplate() {}

  static List<Section> of(Material material) {
    return List.of(
        company(material),
        standing(material),
        contacts(material),
        contracts(material),
        goals(material),
        openDeals(material),
        quality(material));
  }

  private static Section company(Material material) {
    var details = material.account().details();
    return facts(
        "company",
        "website",
        details.website(),
        "domain",
        details.domain(),
        "industry",
        details.industry(),
        "segment",
        details.segment(),
        "employees",
        details.employees(),
        "annualRevenue",
        details.annualRevenue(),
        "currency",
        details.currency(),
        "country",
        details.country(),
        "city",
        details.city(),
        "technologies",
        details.technologies(),
        "competitors",
        details.competitors(),
        "tags",
        details.tags(),
        "description",
        details.description());
  }

  private static Section standing(Material material) {
    var standing = material.account().standing();
    return facts(
        "lifecycle",
        "stage",
        standing.stage(),
        "step",
        standing.step(),
        "churnRisk",
        standing.churnRisk(),
        "customerSince",
        material.account().customerSince(),
        "owner",
        material.account().details().owner());
  }

  private static Section contacts(Material material) {
    return table(
        "contacts",
        List.of("name", "title", "department", "level", "roles", "email", "phone", "active"),
        material.state().contacts().values().stream()
            .map(contact -> {
              var details = contact.details();
              return row(
                  details.name(),
                  details.title(),
                  details.department(),
                  details.level(),
                  details.roles(),
                  details.email(),
                  details.phone(),
                  contact.active());
            })
            .toList());
  }

  private static Section contracts(Material material) {
    return table(
        "contracts",
        List.of("startsOn", "endsOn", "annualRecurringRevenue", "currency", "seats", "status"),
        material.state().contracts().values().stream()
            .map(contract -> {
              var terms = contract.terms();
              return row(
                  terms.startsOn(),
                  terms.endsOn(),
                  terms.annualRecurringRevenue(),
                  terms.currency(),
                  terms.seats(),
                  terms.status());
            })
            .toList());
  }

  private static Section goals(Material material) {
    return table(
        "goals",
        List.of("goal", "dueOn", "metOn"),
        material.state().goals().values().stream()
            .map(goal -> row(goal.name(), goal.dueOn(), goal.metOn()))
            .toList());
  }

  private static Section openDeals(Material material) {
    return table(
        "openDeals",
        List.of("name", "kind", "stage", "amount", "currency", "closesOn"),
        material.state().deals().values().stream()
            .filter(Deal::open)
            .map(deal -> {
              var details = deal.details();
              return row(
                  details.name(),
                  details.kind(),
                  deal.stage(),
                  details.amount(),
                  details.currency(),
                  details.closesOn());
            })
            .toList());
  }

  private static Section quality(Material material) {
    var insight = material.insight();
    return facts(
        "quality",
        "completeness",
        insight.completeness().share(),
        "missing",
        insight.completeness().missing(),
        "freshness",
        insight.freshness().value(),
        "stale",
        insight.freshness().stale(),
        "lastTouchAt",
        insight.freshness().lastTouchAt());
  }
}
