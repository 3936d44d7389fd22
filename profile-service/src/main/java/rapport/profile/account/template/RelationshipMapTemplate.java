package rapport.profile.account.template;

import static rapport.profile.account.template.Section.facts;
import static rapport.profile.account.template.Section.row;
import static rapport.profile.account.template.Section.table;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.profile.account.Contact;
import rapport.profile.account.Touch;

/** Who decides, who influences whom, who of us knows them, and where nobody is in touch. */
final class RelationshipMapTemplate {

  private RelationshipMapTemplate() {}

  static List<Section> of(Material material) {
    var active = material.state().contacts().values().stream().filter(Contact::active).toList();
    return List.of(
        coverage(material),
        table(
            "people",
            List.of("name", "title", "department", "level", "roles", "ourExecutive", "lastTouchAt"),
            active.stream().map(contact -> person(material, contact)).toList()),
        table(
            "influence",
            List.of("from", "to", "strength"),
            active.stream()
                .flatMap(contact ->
                    contact.details().influences().stream()
                        .map(edge ->
                            row(
                                contact.details().name(),
                                material.name(edge.contact()),
                                edge.strength())))
                .toList()),
        table(
            "gaps",
            List.of("of", "name", "known"),
            material.insight().threads().gaps().stream()
                .map(gap -> row(gap.of(), gap.name(), gap.known()))
                .toList()));
  }

  private static Section coverage(Material material) {
    var insight = material.insight();
    var champion = insight.champion();
    return facts(
        "coverage",
        "peopleInTouch",
        insight.threads().inTouch(),
        "champion",
        champion == null ? null : material.name(champion.contact()),
        "championStrength",
        champion == null ? null : champion.strength(),
        "executives",
        insight.alignment().executives(),
        "executivesAligned",
        insight.alignment().aligned(),
        "lastExecutiveTouchAt",
        insight.alignment().lastTouchAt(),
        "sentiment",
        insight.sentiment());
  }

  private static List<@Nullable Object> person(Material material, Contact contact) {
    var details = contact.details();
    return row(
        details.name(),
        details.title(),
        details.department(),
        details.level(),
        details.roles(),
        details.ourExecutive(),
        lastTouch(material, contact.id()));
  }

  private static @Nullable Instant lastTouch(Material material, String contact) {
    return material.state().touches().stream()
        .filter(touch -> touch.contacts().contains(contact))
        .map(Touch::at)
        .filter(at -> !at.isAfter(material.now()))
        .max(Instant::compareTo)
        .orElse(null);
  }
}
