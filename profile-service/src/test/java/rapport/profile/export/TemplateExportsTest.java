package rapport.profile.export;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.profile.account.AccountStory.NOW;
import static rapport.profile.account.AccountStory.mill;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rapport.contracts.HealthEvent.Band;
import rapport.contracts.HealthState;
import rapport.profile.account.AccountStory;
import rapport.profile.account.Change;
import rapport.profile.account.Deal;
import rapport.profile.account.DealDetails;
import rapport.profile.account.InteractionDetails;
import rapport.profile.account.Report;
import rapport.profile.account.Source;
import rapport.profile.account.insight.Insight;
import rapport.profile.account.template.Material;
import rapport.profile.account.template.Template;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The six templates as files. */
class TemplateExportsTest {

  private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
  private final TemplateExports exports = new TemplateExports();

  @Test
  void there_are_six() {
    assertThat(List.of(Template.values()).stream().map(Template::wire))
        .containsExactly(
            "profile",
            "interaction-log",
            "deal-review",
            "relationship-map",
            "health-score",
            "onboarding-checklist");
  }

  @ParameterizedTest
  @EnumSource(Template.class)
  void each_can_be_filled_in_when_next_to_nothing_is_known(Template template) {
    var nothing = material(mill(), null);
    var json = json(template, nothing);
    assertThat(json.path("template").asString()).isEqualTo(template.wire());
    assertThat(json.path("name").asString()).isEqualTo("Mill");
    assertThat(json.path("sections").isEmpty()).isFalse();
    assertThat(markdown(template, nothing)).startsWith("# Mill\n\n" + template.title());
  }

  @Test
  void the_profile_leaves_room_for_what_is_not_known() {
    var known = material(known(), null);
    var sections = json(Template.PROFILE, known).path("sections");
    assertThat(sections.path("company").path("industry").isNull()).isTrue();
    assertThat(sections.path("contacts").valueStream().map(it -> it.path("name").asString()))
        .containsExactly("p-1", "p-2");
    assertThat(sections.path("goals").get(0).path("dueOn").asString())
        .isEqualTo(TODAY.plusDays(9).toString());
    assertThat(markdown(Template.PROFILE, known))
        .contains("- **Industry:** \n")
        .contains("| p-1 |  | sales | executive | decision-maker |  |  | yes |");
  }

  @Test
  void the_interaction_log_names_who_took_part() {
    var line =
        json(Template.INTERACTION_LOG, material(known(), null))
            .path("sections")
            .path("interactions")
            .get(0);
    assertThat(line.path("people").get(0).asString()).isEqualTo("p-2");
    assertThat(line.path("subject").asString()).isEqualTo("Roll-out");
  }

  @Test
  void the_deal_review_shows_how_a_deal_moves_and_who_decides() {
    var sections = json(Template.DEAL_REVIEW, material(known(), null)).path("sections");
    var deal = sections.path("openDeals").get(0);
    assertThat(deal.path("daysInStage").asDouble()).isEqualTo(10);
    assertThat(deal.path("overdue").asBoolean()).isTrue();
    assertThat(sections.path("qualification").get(0).path("deciders").get(0).asString())
        .isEqualTo("p-1");
    assertThat(sections.path("stageHistory").size()).isOne();
    assertThat(sections.path("closedDeals").isEmpty()).isTrue();
  }

  @Test
  void the_relationship_map_has_the_gaps() {
    var sections = json(Template.RELATIONSHIP_MAP, material(known(), null)).path("sections");
    assertThat(sections.path("people").size()).isEqualTo(2);
    assertThat(sections.path("coverage").path("champion").asString()).isEqualTo("p-2");
    assertThat(sections.path("gaps").valueStream().map(it -> it.path("name").asString()))
        .contains("executive", "director", "user")
        .doesNotContain("champion");
  }

  @Test
  void the_health_score_is_the_one_that_was_told() {
    var told =
        new HealthState(
            "Mill",
            null,
            null,
            63.456,
            Band.GOOD,
            .9,
            false,
            Map.of("usage", 70.0),
            Map.of("usage_growth", .25),
            new HealthState.Churn(.1, HealthState.Basis.PRIOR));
    var sections = json(Template.HEALTH_SCORE, material(known(), told)).path("sections");
    assertThat(sections.path("overall").path("score").asDouble()).isEqualTo(63.456);
    assertThat(sections.path("overall").path("band").asString()).isEqualTo("good");
    assertThat(sections.path("factors").size()).isEqualTo(4);
    assertThat(sections.path("factors").get(1).path("score").isNull()).isTrue();
    assertThat(sections.path("inputs").get(0).path("value").asDouble()).isEqualTo(.25);
    assertThat(markdown(Template.HEALTH_SCORE, material(known(), told)))
        .contains("- **Score:** 63.46\n")
        .contains("| usage | 0.3 | 70 |");
  }

  @Test
  void the_checklist_ticks_what_is_done_and_leaves_to_people_what_only_they_know() {
    var text = markdown(Template.ONBOARDING_CHECKLIST, material(known(), null));
    assertThat(text)
        .contains("- [x] Map stakeholders: p-1, p-2\n")
        .contains("- [ ] Score icp fit\n")
        .contains("- [x] Goal agreed: Live\n")
        .contains("- [ ] First goal met\n");
  }

  @Test
  void the_file_is_named_after_the_account_and_the_template() {
    assertThat(exports.fileName(Template.DEAL_REVIEW, material(mill(), null), ExportFormat.MD))
        .isEqualTo("mill-deal-review.md");
  }

  /** Mill with a decision-maker, a champion who was met, a deal and a goal. */
  private static AccountStory known() {
    var since = NOW.minus(Duration.ofDays(10));
    var deal =
        new Deal(
            "d-1",
            1,
            new DealDetails(
                "Plus",
                "new",
                null,
                null,
                TODAY.minusDays(1),
                null,
                null,
                List.of(),
                List.of(),
                null,
                null),
            Source.MANUAL,
            null,
            List.of(new Deal.Visit("discovery", since, "ada", null)),
            0,
            since,
            since);
    return mill()
        .with("p-1", "executive", "sales", "decision-maker")
        .with("p-2", "manager", "sales", "champion")
        .met(3, true, null, "p-2")
        .then(List.of(new Change.OfDeal(deal)), NOW)
        .then(
            List.of(new Change.OfReport(new Report.Goal("g-1", "Live", TODAY.plusDays(9), null))),
            NOW);
  }

  private static Material material(AccountStory story, @Nullable HealthState health) {
    var talk =
        new InteractionDetails(
            "manual",
            "i-1",
            "meeting",
            NOW.minus(Duration.ofDays(3)),
            "inbound",
            List.of("p-2"),
            List.of(),
            false,
            null,
            "Roll-out",
            null,
            null,
            null,
            null,
            List.of());
    return new Material(
        story.state(),
        Insight.of(story.state(), NOW),
        List.of(talk),
        health,
        health == null ? null : NOW,
        NOW);
  }

  private JsonNode json(Template template, Material material) {
    return JsonMapper.shared().readTree(exports.write(template, material, ExportFormat.JSON));
  }

  private String markdown(Template template, Material material) {
    return new String(exports.write(template, material, ExportFormat.MD), StandardCharsets.UTF_8);
  }
}
