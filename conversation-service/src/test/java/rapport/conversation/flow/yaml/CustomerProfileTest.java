package rapport.conversation.flow.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.conversation.flow.GuardFacts.facts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rapport.conversation.flow.Facts;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.FlowTexts;
import rapport.conversation.flow.FlowTexts.FieldTexts;
import rapport.conversation.flow.GuardFacts;
import rapport.conversation.flow.Phase;

/** The customer-profile flow covers the catalogue, no more and no less. */
class CustomerProfileTest {

  private static final FlowCatalog CATALOG = FlowCatalog.fromClasspath();
  private static final FlowDefinition FLOW = CATALOG.definition("customer-profile", 1);
  private static final FlowTexts TEXTS = CATALOG.texts("customer-profile", "en");

  private static final Set<String> SYSTEM = Set.of("status", "last_updated_at", "created_by");

  /** Not in the catalogue; added where it contradicts itself. */
  private static final Set<String> ADDED =
      Set.of("type_custom_label", "source_contact_id", "summary_kind");

  private static Stream<Field> record() {
    return FLOW.fields().filter(field -> !field.control());
  }

  private static Stream<Field> catalogued() {
    return record().filter(field -> !ADDED.contains(field.path()));
  }

  private static GuardFacts market(String market) {
    return facts().with("b2b_b2c", market);
  }

  private static long applying(Facts facts) {
    return catalogued().filter(field -> field.appliesTo(facts)).count();
  }

  @Test
  void has_every_path_of_the_catalogue() throws IOException {
    var paths = new TreeSet<>(SYSTEM);
    catalogued().map(Field::path).forEach(paths::add);
    assertThat(paths).hasSize(76).containsExactlyInAnyOrderElementsOf(catalogue());
  }

  private static List<String> catalogue() throws IOException {
    try (var list =
        CustomerProfileTest.class.getResourceAsStream("/flow/customer-profile-paths.txt")) {
      var text = new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank()).toList();
    }
  }

  @Test
  void has_the_numbers_of_the_catalogue() {
    assertThat(catalogued()).hasSize(73);
    assertThat(applying(facts())).isEqualTo(19);
    assertThat(applying(market("B2B"))).isEqualTo(46);
    assertThat(applying(market("B2C"))).isEqualTo(46);
    assertThat(catalogued().filter(Field::required)).hasSize(17);
    assertThat(record().filter(Field::required)).hasSize(18);
    assertThat(FLOW.fields().filter(Field::control)).hasSize(7);
    assertThat(record().map(Field::path)).containsAll(ADDED);
  }

  @Test
  void goes_through_seven_phases_and_closes_with_the_review() {
    assertThat(FLOW.phases())
        .extracting(Phase::id)
        .containsExactly(
            "intro",
            "identity",
            "demographics",
            "psychographics",
            "behavioral",
            "environment",
            "review");
    assertThat(FLOW.phases().stream().filter(Phase::closing))
        .extracting(Phase::id)
        .containsExactly("review");
    assertThat(FLOW.phases()).allSatisfy(phase -> assertThat(phase.batch()).isBetween(1, 3));
  }

  @Test
  void what_is_required_applies_to_everybody_but_the_label_of_a_custom_type() {
    assertThat(record().filter(Field::required).filter(field -> !field.appliesTo(facts())))
        .extracting(Field::path)
        .containsExactly("type_custom_label");
  }

  @Test
  void asks_for_the_label_only_when_the_type_is_custom() {
    var label = field("type_custom_label");
    assertThat(label.appliesTo(facts().with("type", "Custom"))).isTrue();
    assertThat(label.appliesTo(facts().with("type", "End User"))).isFalse();
    assertThat(label.appliesTo(facts())).isFalse();
  }

  @Test
  void asks_about_company_and_team_only_when_the_workspace_knows_them() {
    assertThat(field("company_is_right").appliesTo(facts())).isFalse();
    assertThat(field("company_is_right").appliesTo(facts().prefilledWith("company_name", "Acme")))
        .isTrue();
    assertThat(field("based_on_team_member").appliesTo(facts())).isFalse();
    assertThat(
            field("based_on_team_member")
                .appliesTo(facts().withContext("onboarding_team_members", "Ada")))
        .isTrue();
  }

  @Test
  void asks_about_the_team_before_what_a_team_member_answers() {
    var order = FLOW.byPath().keySet().stream().toList();
    assertThat(order.indexOf("based_on_team_member"))
        .isLessThan(order.indexOf("prototype_name"))
        .isLessThan(order.indexOf("job_title"));
    assertThat(order.indexOf("company_is_right")).isLessThan(order.indexOf("company_name"));
  }

  @Test
  void talks_about_the_summary_only_when_it_is_wanted() {
    var finishing = facts().with("review_now", "finalize");
    assertThat(field("want_summary").appliesTo(facts().with("review_now", "review"))).isFalse();
    assertThat(field("want_summary").appliesTo(finishing)).isTrue();
    assertThat(field("summary_focus").appliesTo(finishing)).isFalse();
    finishing.with("want_summary", true);
    assertThat(field("summary_focus").appliesTo(finishing)).isTrue();
    assertThat(field("summary_kind").appliesTo(finishing)).isTrue();
    assertThat(field("next_action").appliesTo(finishing)).isFalse();
    assertThat(field("next_action").appliesTo(finishing.finished())).isTrue();
  }

  @Test
  void near_duplicates_are_offered_to_each_other() {
    assertThat(field("psychographics.spontaneous").offers())
        .containsExactly("behavioral.impulsiveness");
    assertThat(field("behavioral.impulsiveness").offers())
        .containsExactly("psychographics.spontaneous");
    assertThat(field("environment.country_of_residence").offers())
        .containsExactly("demographics.geographic_location");
    assertThat(field("environment.purchasing_process").offers())
        .containsExactly("behavioral.purchasing_methods");
    assertThat(field("demographics.occupation").offers()).containsExactly("job_title");
  }

  @Test
  void every_text_reads_as_a_sentence_with_and_without_names() {
    var messages = CATALOG.messages("en");
    var known = Map.of("name", "Nora Lindqvist", "company", "Acme");
    Map<String, String> unknown = new HashMap<>();
    FLOW.names()
        .keySet()
        .forEach(name -> unknown.put(name, messages.format("fallback." + name, Map.of(), 0)));
    FLOW.fields()
        .map(field -> TEXTS.field(field.path()))
        .flatMap(CustomerProfileTest::spoken)
        .forEach(text -> {
          for (var names : List.of(known, unknown)) {
            assertThat(messages.fill(text, names))
                .matches("(?s)[A-Z].*[.?!]")
                .doesNotContain("{", "}", "  ");
          }
        });
  }

  private static Stream<String> spoken(FieldTexts texts) {
    var again = Stream.ofNullable(texts.again());
    var fixed = Stream.of(texts.ask(), texts.help(), texts.why());
    return Stream.of(fixed, again, texts.replies().values().stream()).flatMap(all -> all);
  }

  @Test
  void no_question_is_longer_than_two_sentences() {
    var end = Pattern.compile("[.?!](\\s|$)");
    FLOW.fields()
        .forEach(field -> {
          var ask = TEXTS.field(field.path()).ask();
          assertThat(end.matcher(ask).results().count()).as(ask).isBetween(1L, 2L);
          assertThat(ask.length()).as(ask).isLessThanOrEqualTo(120);
        });
  }

  @Test
  void every_typed_field_shows_an_example_in_the_panel() {
    assertThat(record().filter(Field::asked))
        .allSatisfy(field -> assertThat(TEXTS.field(field.path()).placeholder()).isNotBlank());
  }

  @Test
  void cues_announce_one_field_only() {
    for (var market : List.of("B2B", "B2C")) {
      var facts =
          market(market).with("review_now", "finalize").with("want_summary", true).finished();
      var taken = new HashMap<String, String>();
      FLOW.fields()
          .filter(field -> field.appliesTo(facts))
          .forEach(field -> {
            var cues = TEXTS.field(field.path()).cues();
            assertThat(cues).as(field.path()).hasSizeBetween(2, 8).doesNotHaveDuplicates();
            cues.forEach(cue ->
                assertThat(taken.put(cue, field.path())).as(cue + " in " + field.path()).isNull());
          });
    }
  }

  @Test
  void labels_tell_fields_apart() {
    for (var market : List.of("B2B", "B2C")) {
      var labels = new HashSet<String>();
      FLOW.fields()
          .filter(field -> field.appliesTo(market(market)))
          .forEach(field ->
              assertThat(labels.add(TEXTS.field(field.path()).label())).as(field.path()).isTrue());
    }
  }

  @Test
  void sensitive_questions_are_marked() {
    assertThat(FLOW.fields().filter(Field::sensitive))
        .extracting(Field::path)
        .containsExactlyInAnyOrder(
            "demographics.marital_status",
            "demographics.gender",
            "psychographics.conservative_liberal",
            "environment.political_climate");
  }

  @Test
  void figures_have_figure_types() {
    assertThat(field("demographics.age").type()).isEqualTo(FieldType.AGE);
    assertThat(field("demographics.income").type()).isEqualTo(FieldType.MONEY);
    assertThat(field("demographics.num_employees").type()).isEqualTo(FieldType.COUNT);
    assertThat(field("demographics.years_in_business").type()).isEqualTo(FieldType.DURATION);
    assertThat(field("psychographics.likes_dislikes").type()).isEqualTo(FieldType.TAGS);
  }

  private static Field field(String path) {
    return FLOW.field(path).orElseThrow();
  }
}
