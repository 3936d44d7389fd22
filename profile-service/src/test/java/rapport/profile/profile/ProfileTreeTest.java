package rapport.profile.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.profile.record.RecordStory.STARTED;
import static rapport.profile.record.RecordStory.said;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.FieldParked;
import rapport.contracts.ConversationEvent.SessionCompleted;
import rapport.profile.profile.ProfileField.Audience;
import rapport.profile.record.ConversationRecord;
import rapport.profile.record.Progress;
import rapport.profile.record.RecordStory;

class ProfileTreeTest {

  private static final ProfileFields FIELDS =
      new ProfileFields(
          List.of(
              new ProfileField("prototype_name", Audience.BOTH, true),
              new ProfileField("b2b_b2c", Audience.BOTH, true),
              new ProfileField("demographics.age", Audience.BOTH, true),
              new ProfileField("demographics.industry", Audience.B2B, false),
              new ProfileField("demographics.gender", Audience.B2C, false),
              new ProfileField("demographics.family_size", Audience.B2C, false),
              new ProfileField("psychographics.likes_dislikes", Audience.BOTH, true),
              new ProfileField("summary_statement", Audience.BOTH, false)));

  private final ProfileTree tree = new ProfileTree(FIELDS);

  @Test
  void has_every_section_and_leaves_out_what_is_not_known() {
    assertThat(of(said("prototype_name", "Kim")))
        .containsOnlyKeys(
            "prototype_name",
            "demographics",
            "psychographics",
            "behavioral",
            "environment",
            "status",
            "last_updated_at",
            "created_by")
        .containsEntry("behavioral", Map.of())
        .containsEntry("status", "in_progress")
        .containsEntry("created_by", "user-1")
        .containsEntry("last_updated_at", "2026-03-01T09:00:02Z");
  }

  @Test
  void says_when_it_is_completed() {
    assertThat(of(new SessionCompleted())).containsEntry("status", "completed");
  }

  @Test
  void hides_what_is_parked() {
    assertThat(of(said("demographics.gender", "any"), new FieldParked("demographics.gender")))
        .containsEntry("demographics", Map.of());
  }

  @Test
  void one_age_is_a_number() {
    assertThat(of(said("demographics.age", 42))).containsEntry("demographics", Map.of("age", 42L));
    assertThat(of(said("demographics.age", "42"))).containsEntry("demographics", Map.of("age", 42));
  }

  @ParameterizedTest
  @CsvSource({"35-44,35,44", "35 – 44,35,44", "44-35,35,44"})
  void a_range_of_ages_keeps_its_words_and_tells_its_ends(String said, int min, int max) {
    assertThat(of(said("demographics.age", said)))
        .containsEntry("demographics", Map.of("age", said, "age_min", min, "age_max", max));
  }

  @Test
  void an_open_range_has_one_end() {
    assertThat(of(said("demographics.age", "65+")))
        .containsEntry("demographics", Map.of("age", "65+", "age_min", 65));
  }

  @Test
  void an_age_in_words_stays_in_words() {
    assertThat(of(said("demographics.age", "mid forties")))
        .containsEntry("demographics", Map.of("age", "mid forties"));
  }

  @Test
  void tags_that_say_so_are_told_apart_as_well() {
    var tags = List.of("likes trains", "Dislikes cold calls", "likeable", "price");
    assertThat(of(said("psychographics.likes_dislikes", tags)))
        .containsEntry(
            "psychographics",
            Map.of(
                "likes_dislikes", tags,
                "likes", List.of("trains"),
                "dislikes", List.of("cold calls")));
  }

  @Test
  void tastes_in_words_are_a_list_of_one() {
    assertThat(of(said("psychographics.likes_dislikes", "trains")))
        .containsEntry("psychographics", Map.of("likes_dislikes", List.of("trains")));
  }

  @Test
  void fields_of_a_newer_flow_are_not_lost() {
    var profile = RecordStory.record(STARTED, said("summary_kind", "summary"));
    assertThat(tree.of(profile)).doesNotContainKey("summary_kind");
    assertThat(tree.others(profile)).isEqualTo(Map.of("summary_kind", "summary"));
  }

  @Test
  void progress_counts_the_fields_that_apply() {
    assertThat(progress()).isEqualTo(new Progress(0, 5, REQUIRED));
    assertThat(progress(said("b2b_b2c", "B2B"))).isEqualTo(new Progress(1, 6, without("b2b_b2c")));
    assertThat(progress(said("b2b_b2c", "B2C"))).isEqualTo(new Progress(1, 7, without("b2b_b2c")));
    assertThat(progress(said("summary_statement", "Buys.")))
        .isEqualTo(new Progress(1, 5, REQUIRED));
  }

  private static final List<String> REQUIRED =
      List.of("prototype_name", "b2b_b2c", "demographics.age", "psychographics.likes_dislikes");

  private static List<String> without(String path) {
    return REQUIRED.stream().filter(it -> !it.equals(path)).toList();
  }

  private static Progress progress(ConversationEvent... events) {
    return FIELDS.progress(profile(events));
  }

  private Map<String, Object> of(ConversationEvent... events) {
    return tree.of(profile(events));
  }

  private static ConversationRecord profile(ConversationEvent... events) {
    var all = new java.util.ArrayList<ConversationEvent>(List.of(STARTED));
    all.addAll(List.of(events));
    return RecordStory.record(all.toArray(ConversationEvent[]::new));
  }
}
