package rapport.profile.account.template;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.profile.account.Contact;
import rapport.profile.account.Contract;
import rapport.profile.account.Deal;
import rapport.profile.account.InteractionDetails;
import rapport.profile.account.template.Section.Step;

/** What is done for a new customer, and how far it is. */
final class OnboardingTemplate {

  private OnboardingTemplate() {}

  static List<Section> of(Material material) {
    return List.of(
        new Section.Steps(
            "setUp",
            List.of(
                profile(material),
                research(material),
                stakeholders(material),
                new Step("scoreIcpFit", null, null),
                engagement(material),
                interactions(material))),
        new Section.Steps(
            "goLive",
            List.of(
                contract(material),
                kickOff(material),
                sponsor(material),
                goalAgreed(material),
                goalMet(material))));
  }

  private static Step profile(Material material) {
    var completeness = material.insight().completeness();
    var missing = completeness.missing();
    return new Step(
        "createProfile",
        missing.isEmpty(),
        missing.isEmpty() ? null : "missing: " + String.join(", ", missing));
  }

  private static Step research(Material material) {
    var details = material.account().details();
    var known =
        details.industry() != null
            && details.employees() != null
            && !details.technologies().isEmpty();
    return new Step("researchCompany", known, String.join(", ", details.technologies()));
  }

  private static Step stakeholders(Material material) {
    var deciders = people(material, contact -> contact.is("decision-maker"));
    var champions = people(material, contact -> contact.is("champion"));
    return new Step(
        "mapStakeholders",
        !deciders.isEmpty() && !champions.isEmpty(),
        String.join(
            ", ", Stream.concat(deciders.stream(), champions.stream()).distinct().toList()));
  }

  private static Step engagement(Material material) {
    var next =
        Stream.concat(
                material.interactions().stream().limit(1).map(InteractionDetails::nextStep),
                material.state().deals().values().stream()
                    .filter(Deal::open)
                    .map(deal -> deal.details().nextStep()))
            .filter(it -> it != null && !it.isBlank())
            .findFirst()
            .orElse(null);
    return new Step("planEngagement", next != null, next);
  }

  private static Step interactions(Material material) {
    var count = material.interactions().size();
    return new Step("trackInteractions", count > 0, count + " logged");
  }

  private static Step contract(Material material) {
    var start =
        material.state().contracts().values().stream()
            .filter(Contract::active)
            .map(it -> it.terms().startsOn())
            .min(LocalDate::compareTo)
            .orElse(null);
    return new Step("contractSigned", start != null, text(start));
  }

  private static Step kickOff(Material material) {
    var since = material.account().customerSince();
    var meeting =
        since == null
            ? null
            : material.interactions().stream()
                .filter(it -> it.channel().equals("meeting"))
                .map(it -> it.at().atOffset(ZoneOffset.UTC).toLocalDate())
                .filter(day -> !day.isBefore(since))
                .min(LocalDate::compareTo)
                .orElse(null);
    return new Step("kickOffHeld", meeting != null, text(meeting));
  }

  private static Step sponsor(Material material) {
    var pairs = material.insight().alignment().pairs();
    return new Step(
        "executiveSponsorNamed",
        !pairs.isEmpty(),
        String.join(", ", pairs.stream().map(it -> material.name(it.contact())).toList()));
  }

  private static Step goalAgreed(Material material) {
    var goals = material.state().goals().values();
    return new Step(
        "goalAgreed",
        !goals.isEmpty(),
        String.join(", ", goals.stream().map(it -> it.name()).toList()));
  }

  private static Step goalMet(Material material) {
    var met =
        material.state().goals().values().stream()
            .filter(it -> it.metOn() != null)
            .map(it -> it.name() + " (" + it.metOn() + ")")
            .findFirst()
            .orElse(null);
    return new Step("firstGoalMet", met != null, met);
  }

  private static List<String> people(Material material, Predicate<Contact> who) {
    return material.state().contacts().values().stream()
        .filter(contact -> contact.active() && who.test(contact))
        .map(contact -> contact.details().name())
        .toList();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
