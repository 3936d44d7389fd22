package rapport.profile.record;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.profile.record.RecordStory.MAPPING;
import static rapport.profile.record.RecordStory.chat;
import static rapport.profile.record.RecordStory.given;
import static rapport.profile.record.RecordStory.panel;
import static rapport.profile.record.RecordStory.said;
import static rapport.profile.record.RecordStory.stage;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rapport.contracts.ConversationEvent.FieldReset;
import rapport.contracts.ConversationEvent.FlowMigrated;
import rapport.contracts.ConversationEvent.ItemAdded;
import rapport.contracts.ConversationEvent.ItemMoved;
import rapport.contracts.ConversationEvent.ItemRemoved;
import rapport.contracts.FieldValue;

class RecordRowsTest {

  private static final String STAGES = "buying_stages";

  @Test
  void rows_stand_where_they_were_added() {
    given(MAPPING, stage("s1", 0), stage("s2", 1))
        .when(stage("s3", 1))
        .thenRows(STAGES, "s1", "s3", "s2")
        .thenHistory("buying_stages[s3]: nothing -> 1 (chat)");
  }

  @Test
  void a_row_added_beyond_the_end_is_the_last() {
    given(MAPPING, stage("s1", 0)).when(stage("s2", 12)).thenRows(STAGES, "s1", "s2");
  }

  @Test
  void adding_a_row_that_is_there_only_moves_it() {
    given(MAPPING, stage("s1", 0), stage("s2", 1))
        .when(stage("s2", 0))
        .thenRows(STAGES, "s2", "s1")
        .thenHistory("buying_stages[s2]: 1 -> 0 (chat)");
  }

  @Test
  void a_moved_row_takes_its_fields_along() {
    given(MAPPING, stage("s1", 0), stage("s2", 1), stage("s3", 2), said(path("s3"), "a week"))
        .when(new ItemMoved(STAGES, "s3", 0, panel()))
        .thenRows(STAGES, "s3", "s1", "s2")
        .then(path("s3"), "a week")
        .thenHistory("buying_stages[s3]: 2 -> 0 (panel)");
  }

  @Test
  void the_place_of_a_moved_row_is_counted_without_itself() {
    given(MAPPING, stage("s1", 0), stage("s2", 1), stage("s3", 2))
        .when(new ItemMoved(STAGES, "s1", 1, panel()))
        .thenRows(STAGES, "s2", "s1", "s3");
  }

  @Test
  void moving_a_row_to_where_it_is_changes_nothing() {
    given(MAPPING, stage("s1", 0), stage("s2", 1))
        .when(new ItemMoved(STAGES, "s2", 1, panel()), new ItemMoved(STAGES, "s9", 0, panel()))
        .thenNothingChanges();
  }

  @Test
  void a_removed_row_takes_all_its_fields_with_it() {
    var story =
        given(
                MAPPING,
                stage("s1", 0),
                stage("s11", 1),
                said("buying_stages[s1].stage_name", "Awareness"),
                said(path("s1"), "a week"),
                said(path("s11"), "a month"))
            .when(new ItemRemoved(STAGES, "s1", panel()))
            .thenRows(STAGES, "s11")
            .then(path("s1"), null)
            .then(path("s11"), "a month")
            .thenHistory(
                "buying_stages[s1]: 0 -> nothing (panel)",
                "buying_stages[s1].duration: a week -> nothing (panel)",
                "buying_stages[s1].stage_name: Awareness -> nothing (panel)");
    assertThat(story.record().fields().byPath()).containsOnlyKeys(path("s11"));
  }

  @Test
  void an_undo_brings_a_row_back_with_its_id_and_its_values() {
    given(
            MAPPING,
            stage("s1", 0),
            stage("s2", 1),
            said(path("s1"), "a week"),
            new ItemRemoved(STAGES, "s1", panel()))
        .when(
            new ItemAdded(STAGES, "s1", 0, panel()),
            new FieldReset(path("s1"), FieldValue.text("a week"), chat()))
        .thenRows(STAGES, "s1", "s2")
        .then(path("s1"), "a week")
        .thenHistory(
            "buying_stages[s1]: nothing -> 0 (panel)",
            "buying_stages[s1].duration: nothing -> a week (undo)");
  }

  @Test
  void a_row_is_a_change_of_the_record() {
    var record = given(MAPPING).when(stage("s1", 0)).record();
    assertThat(record.lastUpdatedAt()).isEqualTo(RecordStory.BEGIN.plusSeconds(101));
  }

  @Test
  void a_migration_renames_and_drops_fields_of_every_row() {
    var story =
        given(
                MAPPING,
                stage("s1", 0),
                stage("s2", 1),
                said("buying_stages[s1].who", "the board"),
                said("buying_stages[s2].who", "IT"),
                said("buying_stages[s2].color", "red"),
                said(path("s2"), "a week"))
            .when(
                new FlowMigrated(
                    1,
                    2,
                    Map.of("buying_stages[].who", "buying_stages[].key_influencers"),
                    List.of("buying_stages[].color")))
            .thenRows(STAGES, "s1", "s2")
            .then("buying_stages[s1].key_influencers", "the board")
            .then("buying_stages[s2].key_influencers", "IT")
            .then(path("s2"), "a week");
    assertThat(story.record().fields().byPath())
        .containsOnlyKeys(
            "buying_stages[s1].key_influencers", "buying_stages[s2].key_influencers", path("s2"));
  }

  @Test
  void rows_follow_their_fields_into_a_group_of_another_name() {
    given(MAPPING, stage("s1", 0), stage("s2", 1), said("buying_stages[s1].duration", "a week"))
        .when(
            new FlowMigrated(
                1, 2, Map.of("buying_stages[].duration", "journey.steps[].time"), List.of()))
        .thenRows(STAGES)
        .thenRows("journey.steps", "s1", "s2")
        .then("journey.steps[s1].time", "a week");
  }

  private static String path(String stage) {
    return "buying_stages[" + stage + "].duration";
  }
}
