package rapport.profile.buyingprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.profile.record.RecordStory.panel;
import static rapport.profile.record.RecordStory.said;
import static rapport.profile.record.RecordStory.stage;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.FieldParked;
import rapport.contracts.ConversationEvent.ItemMoved;
import rapport.contracts.ConversationEvent.SessionCompleted;
import rapport.profile.record.Progress;

class BuyingProcessTest {

  @Test
  void a_mapping_that_has_just_begun_has_every_text_empty() {
    assertThat(tree())
        .isEqualTo(
            Map.of(
                "persona_id", "c1",
                "persona_name", "",
                "persona_pain_points", "",
                "buying_stages", List.of(),
                "status", "in_progress",
                "last_updated_at", "2026-03-01T09:00:01Z",
                "created_by", "user-1"));
  }

  @Test
  void the_tree_is_in_the_order_of_the_source() {
    var tree = BuyingProcessTree.of(BuyingProcess.of(Mappings.owner()));
    assertThat(tree.keySet())
        .containsExactly(
            "persona_id",
            "persona_name",
            "persona_pain_points",
            "buying_stages",
            "ai_generated_summary",
            "status",
            "last_updated_at",
            "created_by",
            "profile_id");
  }

  @Test
  void a_stage_has_its_id_and_all_its_texts() {
    var tree = tree(stage("s1", 0), said("buying_stages[s1].duration", "1-2 weeks"));
    assertThat(tree.get("buying_stages"))
        .isEqualTo(
            List.of(
                Map.of(
                    "stage_id", "s1",
                    "stage_name", "",
                    "buyer_actions", "",
                    "duration", "1-2 weeks",
                    "key_influencers", "",
                    "seller_actions", "",
                    "content_type", "",
                    "key_message", "")));
  }

  @Test
  void stages_stand_in_their_order() {
    var process =
        process(
            stage("s1", 0),
            stage("s2", 1),
            stage("s3", 1),
            new ItemMoved("buying_stages", "s2", 0, panel()));
    assertThat(process.stages()).extracting(BuyingStage::id).containsExactly("s2", "s1", "s3");
  }

  @Test
  void every_value_is_a_text() {
    var process =
        process(
            said("persona_pain_points", List.of("too expensive", "too slow")),
            stage("s1", 0),
            said("buying_stages[s1].duration", 3));
    assertThat(process.painPoints()).isEqualTo("too expensive, too slow");
    assertThat(process.stages().getFirst().text(StageField.DURATION)).isEqualTo("3");
  }

  @Test
  void hides_what_is_parked() {
    var process = process(said("persona_name", "Kelly"), new FieldParked("persona_name"));
    assertThat(process.personaName()).isEmpty();
  }

  @Test
  void says_when_it_is_completed() {
    assertThat(tree(new SessionCompleted())).containsEntry("status", "completed");
  }

  @Test
  void says_which_profile_it_is_about() {
    assertThat(tree(said("profile_id", "p-7"))).containsEntry("profile_id", "p-7");
  }

  @Test
  void values_without_a_place_in_the_structure_are_not_lost() {
    var record =
        Mappings.with(
            said("persona_name", "Kelly"),
            stage("s1", 0),
            said("buying_stages[s1].duration", "a week"),
            said("buying_stages[s1].budget", 9),
            said("buying_stages[s4].duration", "of no stage"),
            said("goals", "grow"));
    assertThat(BuyingProcess.others(record))
        .isEqualTo(
            Map.of(
                "buying_stages[s1].budget",
                9L,
                "buying_stages[s4].duration",
                "of no stage",
                "goals",
                "grow"));
  }

  @Test
  void progress_counts_the_texts_of_every_stage() {
    assertThat(process().progress())
        .isEqualTo(
            new Progress(0, 3, List.of("persona_name", "persona_pain_points", "buying_stages")));
    var begun =
        process(
            said("persona_name", "Kelly"),
            stage("s1", 0),
            said("buying_stages[s1].stage_name", "Awareness"));
    assertThat(begun.progress().done()).isEqualTo(2);
    assertThat(begun.progress().total()).isEqualTo(10);
    assertThat(begun.progress().missing())
        .containsExactly(
            "persona_pain_points",
            "buying_stages[s1].buyer_actions",
            "buying_stages[s1].duration",
            "buying_stages[s1].key_influencers",
            "buying_stages[s1].seller_actions",
            "buying_stages[s1].content_type",
            "buying_stages[s1].key_message");
  }

  @Test
  void nothing_is_missing_from_a_finished_mapping_and_the_summary_never_is() {
    assertThat(BuyingProcess.of(Mappings.owner()).progress())
        .isEqualTo(new Progress(24, 24, List.of()));
    assertThat(BuyingProcess.of(Mappings.stages(3, 2)).progress())
        .isEqualTo(new Progress(23, 24, List.of()));
  }

  private static BuyingProcess process(ConversationEvent... events) {
    return BuyingProcess.of(Mappings.with(events));
  }

  private static Map<String, Object> tree(ConversationEvent... events) {
    return BuyingProcessTree.of(process(events));
  }
}
