package rapport.profile.record;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.profile.record.RecordStory.MAPPING;
import static rapport.profile.record.RecordStory.STARTED;
import static rapport.profile.record.RecordStory.chat;
import static rapport.profile.record.RecordStory.edited;
import static rapport.profile.record.RecordStory.given;
import static rapport.profile.record.RecordStory.panel;
import static rapport.profile.record.RecordStory.said;
import static rapport.profile.record.RecordStory.stage;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.*;
import rapport.contracts.ConversationEvent.AgentJoined;
import rapport.contracts.ConversationEvent.AgentLeft;
import rapport.contracts.ConversationEvent.AgentReplied;
import rapport.contracts.ConversationEvent.EmailCaptured;
import rapport.contracts.ConversationEvent.IntentAssessed;
import rapport.contracts.ConversationEvent.ModeSwitched;
import rapport.contracts.ConversationEvent.PersonaAssessed;
import rapport.contracts.ConversationEvent.QuestionAnswered;
import rapport.contracts.ConversationEvent.QuestionLeftOpen;
import rapport.contracts.ConversationEvent.ReplyProduced;
import rapport.contracts.EventCatalog;
import rapport.contracts.FieldValue;
import rapport.contracts.Origin;

class ConversationRecordTest {

  private static final FieldValue KELLY = FieldValue.text("Kelly");

  @Test
  void begins_with_its_conversation() {
    var record = given().when(STARTED).record();
    assertThat(record.isA(RecordKind.PROFILE)).isTrue();
    assertThat(record.createdBy()).isEqualTo("user-1");
    assertThat(record.status()).isEqualTo(Status.IN_PROGRESS);
    assertThat(record.lastUpdatedAt()).isEqualTo(RecordStory.BEGIN.plusSeconds(101));
  }

  @Test
  void is_of_the_kind_its_flow_builds() {
    var record = given(MAPPING).record();
    assertThat(record.isA(RecordKind.BUYING_PROCESS)).isTrue();
    assertThat(record.isOtherThan(RecordKind.BUYING_PROCESS)).isFalse();
    assertThat(record.isOtherThan(RecordKind.PROFILE)).isTrue();
    assertThat(given().record().isOtherThan(RecordKind.PROFILE)).isFalse();
  }

  @Test
  void nothing_counts_before_the_beginning() {
    given().when(said("prototype_name", "Kelly"), stage("s1", 0)).thenNothingChanges();
  }

  @Test
  void keeps_what_was_said_and_where_it_comes_from() {
    var story =
        given(STARTED)
            .when(said("prototype_name", "Kelly"))
            .then("prototype_name", "Kelly")
            .thenField("prototype_name", Field.Status.FILLED, false)
            .thenHistory("prototype_name: nothing -> Kelly (chat)");
    assertThat(story.record().fields().shown().get("prototype_name"))
        .isEqualTo(
            new SourcedValue(
                KELLY,
                new rapport.profile.record.Provenance(
                    Origin.CHAT,
                    "user-1",
                    "that is what I said",
                    0.9,
                    RecordStory.BEGIN.plusSeconds(101),
                    "c1-101")));
    assertThat(story.record().lastUpdatedAt()).isEqualTo(RecordStory.BEGIN.plusSeconds(101));
  }

  @Test
  void a_correction_stands_in_place_of_what_was_there() {
    given(STARTED, said("prototype_name", "Kelly"))
        .when(edited("prototype_name", "Kelly", "Kim"))
        .then("prototype_name", "Kim")
        .thenHistory("prototype_name: Kelly -> Kim (panel)");
  }

  @Test
  void correcting_to_the_same_value_is_no_change() {
    given(STARTED, said("prototype_name", "Kelly"))
        .when(edited("prototype_name", "Kelly", "Kelly"))
        .then("prototype_name", "Kelly")
        .thenHistory();
  }

  @Test
  void a_cleared_field_is_open_again() {
    given(STARTED, said("prototype_name", "Kelly"))
        .when(new FieldCleared("prototype_name", KELLY, panel()))
        .then("prototype_name", null)
        .thenField("prototype_name", Field.Status.OPEN, false)
        .thenHistory("prototype_name: Kelly -> nothing (panel)");
  }

  @Test
  void a_skipped_field_has_no_value() {
    given(STARTED)
        .when(new FieldSkipped("job_title"))
        .then("job_title", null)
        .thenField("job_title", Field.Status.SKIPPED, false)
        .thenHistory();
  }

  @Test
  void not_knowing_is_remembered() {
    given(STARTED)
        .when(new FieldUnknown("job_title"))
        .then("job_title", null)
        .thenField("job_title", Field.Status.UNKNOWN, false);
  }

  @Test
  void a_parked_value_is_kept_aside_and_not_shown() {
    given(STARTED, said("demographics.gender", "any"))
        .when(new FieldParked("demographics.gender"))
        .then("demographics.gender", null)
        .thenField("demographics.gender", Field.Status.FILLED, true)
        .thenHistory("demographics.gender: any -> nothing (branch)");
  }

  @Test
  void a_restored_value_is_shown_with_the_source_it_had() {
    var story =
        given(STARTED, said("demographics.gender", "any"), new FieldParked("demographics.gender"))
            .when(new FieldRestored("demographics.gender", FieldValue.text("any")))
            .then("demographics.gender", "any");
    assertThat(story.provenance("demographics.gender").eventId()).isEqualTo("c1-2");
  }

  @Test
  void restoring_a_field_that_had_no_value_opens_it() {
    given(STARTED, new FieldParked("demographics.gender"))
        .when(new FieldRestored("demographics.gender", null))
        .then("demographics.gender", null)
        .thenField("demographics.gender", Field.Status.OPEN, false);
  }

  @Test
  void restoring_takes_the_value_the_conversation_kept() {
    given(STARTED, new FieldParked("demographics.gender"))
        .when(new FieldRestored("demographics.gender", FieldValue.text("any")))
        .then("demographics.gender", "any");
  }

  @Test
  void an_undo_brings_back_the_value_and_its_source() {
    var story =
        given(STARTED, said("prototype_name", "Kelly"), edited("prototype_name", "Kelly", "Kim"))
            .when(new TurnUndone("m3"), new FieldReset("prototype_name", KELLY, chat()))
            .then("prototype_name", "Kelly")
            .thenHistory("prototype_name: Kim -> Kelly (undo)");
    assertThat(story.provenance("prototype_name").quote()).isEqualTo("that is what I said");
  }

  @Test
  void an_undo_of_the_first_value_opens_the_field() {
    given(STARTED, said("prototype_name", "Kelly"))
        .when(new TurnUndone("m2"), new FieldReset("prototype_name", null, null))
        .then("prototype_name", null)
        .thenField("prototype_name", Field.Status.OPEN, false);
  }

  @Test
  void finishing_completes_it() {
    var record = given(STARTED).when(new SessionCompleted()).record();
    assertThat(record.status()).isEqualTo(Status.COMPLETED);
    assertThat(record.lastUpdatedAt()).isEqualTo(RecordStory.BEGIN.plusSeconds(101));
  }

  @Test
  void coming_back_opens_it_again() {
    var record = given(STARTED, new SessionCompleted()).when(new SessionResumed()).record();
    assertThat(record.status()).isEqualTo(Status.IN_PROGRESS);
  }

  @Test
  void renamed_fields_keep_what_they_hold_and_dropped_ones_are_gone() {
    var story =
        given(
                STARTED,
                said("demographics.pay", "high"),
                said("shoe_size", 42),
                said("type", "User"))
            .when(
                new FlowMigrated(
                    1, 2, Map.of("demographics.pay", "demographics.income"), List.of("shoe_size")))
            .then("demographics.pay", null)
            .then("demographics.income", "high")
            .then("shoe_size", null)
            .then("type", "User")
            .thenHistory(
                "demographics.income: nothing -> high (migration)",
                "demographics.pay: high -> nothing (migration)",
                "shoe_size: 42 -> nothing (migration)");
    assertThat(story.record().fields().byPath()).containsOnlyKeys("demographics.income", "type");
    assertThat(story.provenance("demographics.income").eventId()).isEqualTo("c1-2");
  }

  @Test
  void two_fields_may_change_their_names_with_one_another() {
    given(STARTED, said("a", "1"), said("b", "2"))
        .when(new FlowMigrated(1, 2, Map.of("a", "b", "b", "a"), List.of()))
        .then("a", "2")
        .then("b", "1");
  }

  @Test
  void a_migration_that_touches_nothing_held_is_no_change() {
    given(STARTED, said("type", "User"))
        .when(new FlowMigrated(1, 2, Map.of("x", "y", "g[].x", "g[].y"), List.of("z", "g[].z")))
        .thenNothingChanges();
  }

  static List<ConversationEvent> eventsThatChangeNoValue() {
    return List.of(
        STARTED,
        new NextSessionRequested("c2"),
        new LanguageChanged("en", "de"),
        new PhaseEntered("identity"),
        new PhaseCompleted("identity"),
        new PhaseReopened("identity"),
        new QuestionAsked(List.of("job_title"), 1),
        new QuestionWithdrawn(List.of("job_title")),
        new FieldRejected("demographics.age", "out-of-range", "300"),
        new FieldSuggested("prototype_name", FieldValue.text("Kim"), chat()),
        new SuggestionDismissed("prototype_name"),
        new FieldConflicted("prototype_name", KELLY, FieldValue.text("Kim"), panel()),
        new ControlAnswered("ready", new FieldValue.Flag(true), chat()),
        new ControlReopened("ready"),
        new RevisitRequested(List.of("job_title")),
        new DigressionHandled("price"),
        new ClarificationAsked("$250k", List.of(new Candidate("demographics.income", KELLY, 0.5))),
        new SummaryRequested(List.of("motivations")),
        new SummaryProduced("Kelly decides.", List.of(), 2),
        new SummaryOutdated(),
        new MessageReceived("m9", "hello"),
        new TurnUndone("m9"),
        new ModeSwitched("lead", "sales", "rule"),
        new PersonaAssessed("m9", "startup", "Start-up", 0.8, List.of(), List.of()),
        new IntentAssessed("m9", 4, 0.7, List.of(), List.of()),
        new EmailCaptured("email", "nora@example.com", null),
        new QuestionAnswered("What does it cost?", "pricing", "49 a month.", null),
        new QuestionLeftOpen("Does it fly?"),
        new ReplyProduced("m9", true),
        new ConversationEvent.ColleagueCalled("buying"),
        new AgentJoined("u1", "Ada"),
        new AgentReplied("m10", "Hello!", "u1", "Ada"),
        new AgentLeft("u1"));
  }

  @ParameterizedTest
  @MethodSource("eventsThatChangeNoValue")
  void the_course_of_the_conversation_leaves_values_alone(ConversationEvent event) {
    given(STARTED, said("prototype_name", "Kelly")).when(event).thenNothingChanges();
  }

  @Test
  void every_event_there_is_has_its_sentence_here_or_among_the_rows() {
    var changing =
        List.of(
            FieldCaptured.class,
            FieldCorrected.class,
            FieldCleared.class,
            FieldSkipped.class,
            FieldUnknown.class,
            FieldParked.class,
            FieldRestored.class,
            FieldReset.class,
            ItemAdded.class,
            ItemMoved.class,
            ItemRemoved.class,
            FlowMigrated.class,
            SessionCompleted.class,
            SessionResumed.class);
    var leaving = eventsThatChangeNoValue().stream().map(ConversationEvent::getClass).toList();
    assertThat(EventCatalog.CONVERSATION.types().values())
        .allMatch(type -> changing.contains(type) || leaving.contains(type));
  }
}
