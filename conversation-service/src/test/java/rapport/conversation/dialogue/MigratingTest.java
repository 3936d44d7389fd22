package rapport.conversation.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.FieldCleared;
import rapport.contracts.ConversationEvent.FieldReset;
import rapport.contracts.ConversationEvent.FlowMigrated;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.yaml.TourFlow;

/** What becomes of a conversation when its flow has a newer version. */
class MigratingTest {

  private static final FlowDefinition OLD = TourFlow.catalog().definition("tour", 1);
  private static final FlowDefinition NEW = TourFlow.catalog().latest("tour");

  private static Dialogue onOld(Act... acts) {
    var dialogue = Dialogue.notStarted(Map.of());
    dialogue = decide(OLD, dialogue, new DialogueCommand.Start("en", "u"));
    return decide(OLD, dialogue, new DialogueCommand.Say("m1", "words", List.of(acts), "u", "n"));
  }

  private static Dialogue decide(
      FlowDefinition definition, Dialogue dialogue, DialogueCommand command) {
    return dialogue.after(events(definition, dialogue, command));
  }

  private static List<ConversationEvent> events(
      FlowDefinition definition, Dialogue dialogue, DialogueCommand command) {
    return ((Decision.Accepted) DialogueDecider.decide(definition, dialogue, command)).events();
  }

  private static Act fill(String path, Object value) {
    return new Act.Fill(path, FieldValue.of(value), value.toString(), 0.9);
  }

  @Test
  void a_renamed_field_keeps_what_it_holds_in_every_row() {
    var before =
        onOld(
            fill("visitor", "Nora"),
            new Act.AddItem("stops", "Museum", null, "a"),
            new Act.AddItem("stops", "Harbour", null, "b"),
            fill("stops[t1].who", "Ana"),
            fill("stops[t2].who", "Bo"));
    var after = decide(NEW, before, new DialogueCommand.Migrate());

    assertThat(after.flowVersion()).isEqualTo(2);
    assertThat(after.value("guest")).isEqualTo(FieldValue.text("Nora"));
    assertThat(after.value("stops[t1].guide")).isEqualTo(FieldValue.text("Ana"));
    assertThat(after.value("stops[t2].guide")).isEqualTo(FieldValue.text("Bo"));
    assertThat(after.fields()).doesNotContainKeys("visitor", "stops[t1].who");
  }

  @Test
  void a_dropped_field_is_no_longer_part_of_the_record() {
    var after = decide(NEW, onOld(fill("shoe_size", "42")), new DialogueCommand.Migrate());
    assertThat(after.values()).doesNotContainKey("shoe_size");
  }

  @Test
  void a_retyped_field_is_read_anew() {
    var before = onOld(fill("party", "4"));
    var events = events(NEW, before, new DialogueCommand.Migrate());
    assertThat(events).hasAtLeastOneElementOfType(FlowMigrated.class);
    assertThat(events).hasAtLeastOneElementOfType(FieldReset.class);
    assertThat(before.after(events).value("party")).isEqualTo(FieldValue.Num.of(4));
  }

  @Test
  void what_a_retyped_field_cannot_hold_is_emptied_and_asked_again() {
    var before = onOld(fill("visitor", "Nora"), fill("party", "a few friends"));
    var events = events(NEW, before, new DialogueCommand.Migrate());
    assertThat(events).hasAtLeastOneElementOfType(FieldCleared.class);
    var after = before.after(events);
    assertThat(after.value("party")).isNull();
    assertThat(Agenda.of(NEW.over(after.rowIds()), after).paths()).contains("party");
  }

  @Test
  void the_question_that_stands_is_one_of_the_new_version() {
    var after = decide(NEW, onOld(fill("visitor", "Nora")), new DialogueCommand.Migrate());
    assertThat(after.interview().asked())
        .isNotEmpty()
        .allMatch(path -> NEW.over(after.rowIds()).field(path).isPresent());
  }

  @Test
  void what_was_said_before_cannot_be_taken_back_after_it() {
    var after = decide(NEW, onOld(fill("visitor", "Nora")), new DialogueCommand.Migrate());
    assertThat(DialogueDecider.decide(NEW, after, new DialogueCommand.Undo(null)))
        .isInstanceOf(Decision.Rejected.class);
  }

  @Test
  void nothing_happens_on_the_newest_version_and_nothing_without_a_migration() {
    var on2 = decide(NEW, onOld(), new DialogueCommand.Migrate());
    assertThat(events(NEW, on2, new DialogueCommand.Migrate())).isEmpty();
    assertThat(DialogueDecider.decide(OLD, on2, new DialogueCommand.Migrate()))
        .isInstanceOf(Decision.Rejected.class);
  }
}
