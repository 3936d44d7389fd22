package rapport.profile.account.template;

import static rapport.profile.account.template.Section.row;
import static rapport.profile.account.template.Section.table;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rapport.profile.account.Contact;
import rapport.profile.account.Deal;
import rapport.profile.account.insight.Pace;

/** What is to be won, how it moves, and who and what stands in its way. */
final class DealReviewTemplate {

  private DealReviewTemplate() {}

  static List<Section> of(Material material) {
    return List.of(
        table(
            "openDeals",
            List.of(
                "name",
                "kind",
                "stage",
                "amount",
                "currency",
                "closesOn",
                "overdue",
                "slips",
                "ageDays",
                "daysInStage",
                "owner"),
            material.insight().deals().stream().map(pace -> pace(material, pace)).toList()),
        table(
            "qualification",
            List.of("deal", "pain", "deciders", "blockers", "competitors", "nextStep"),
            material.state().deals().values().stream()
                .filter(Deal::open)
                .map(deal -> qualification(material, deal))
                .toList()),
        table(
            "stageHistory",
            List.of("deal", "stage", "since", "by", "reason"),
            material.state().deals().values().stream()
                .flatMap(deal ->
                    deal.visits().stream()
                        .map(visit ->
                            row(
                                deal.details().name(),
                                visit.stage(),
                                visit.since(),
                                visit.by(),
                                visit.reason())))
                .toList()),
        table(
            "closedDeals",
            List.of("name", "kind", "stage", "amount", "currency", "closedAt", "reason"),
            material.state().deals().values().stream()
                .filter(deal -> !deal.open())
                .map(DealReviewTemplate::closed)
                .toList()));
  }

  private static List<@Nullable Object> pace(Material material, Pace pace) {
    var details = Objects.requireNonNull(material.state().deals().get(pace.deal())).details();
    return row(
        details.name(),
        details.kind(),
        pace.stage(),
        details.amount(),
        details.currency(),
        details.closesOn(),
        pace.overdue(),
        pace.slips(),
        pace.ageDays(),
        pace.daysInStage(),
        details.owner());
  }

  private static List<@Nullable Object> qualification(Material material, Deal deal) {
    var details = deal.details();
    return row(
        details.name(),
        details.pain(),
        details.contacts().isEmpty()
            ? withRole(material, "decision-maker")
            : material.names(details.contacts()),
        withRole(material, "blocker"),
        details.competitors(),
        details.nextStep());
  }

  private static List<String> withRole(Material material, String role) {
    return material.state().contacts().values().stream()
        .filter(contact -> contact.active() && contact.is(role))
        .map(Contact::details)
        .map(it -> it.name())
        .toList();
  }

  private static List<@Nullable Object> closed(Deal deal) {
    var details = deal.details();
    return row(
        details.name(),
        details.kind(),
        deal.stage(),
        details.amount(),
        details.currency(),
        deal.stageSince(),
        deal.visits().getLast().reason());
  }
}
