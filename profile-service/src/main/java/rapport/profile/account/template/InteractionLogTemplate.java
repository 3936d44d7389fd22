package rapport.profile.account.template;

import static rapport.profile.account.template.Section.facts;
import static rapport.profile.account.template.Section.row;
import static rapport.profile.account.template.Section.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.profile.account.InteractionDetails;

/** What took place lately, the latest first. */
final class InteractionLogTemplate {

  private InteractionLogTemplate() {}

  static List<Section> of(Material material) {
    return List.of(
        facts(
            "summary",
            "interactions",
            material.interactions().size(),
            "lastTouchAt",
            material.insight().freshness().lastTouchAt(),
            "sentiment",
            material.insight().sentiment(),
            "peopleInTouch",
            material.insight().threads().inTouch()),
        table(
            "interactions",
            List.of(
                "at",
                "channel",
                "direction",
                "people",
                "ourPeople",
                "subject",
                "summary",
                "outcome",
                "nextStep",
                "sentiment",
                "competitors",
                "source",
                "link"),
            material.interactions().stream().map(it -> line(material, it)).toList()));
  }

  private static List<@Nullable Object> line(Material material, InteractionDetails details) {
    return row(
        details.at(),
        details.channel(),
        details.direction(),
        material.names(details.contacts()),
        details.ourPeople(),
        details.subject(),
        details.summary(),
        details.outcome(),
        details.nextStep(),
        details.sentiment(),
        details.competitors().stream().map(InteractionDetails.Mention::name).toList(),
        details.source(),
        details.link());
  }
}
