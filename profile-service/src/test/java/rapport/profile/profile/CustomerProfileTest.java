package rapport.profile.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.profile.profile.ProfileStory.STARTED;
import static rapport.profile.profile.ProfileStory.chat;
import static rapport.profile.profile.ProfileStory.edited;
import static rapport.profile.profile.ProfileStory.given;
import static rapport.profile.profile.ProfileStory.panel;
import static rapport.profile.profile.ProfileStory.said;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.*;
import rapport.contracts.EventCatalog;
import rapport.contracts.FieldValue;
import rapport.contracts.Origin;
import rapport.contracts.ProfileEvent.ProfileChanged;
import rapport.contracts.ProfileEvent.ProfileCompleted;
import rapport.contracts.ProfileEvent.ProfileReopened;
import rapport.contracts.ProfileEvent.ProfileStarted;

class CustomerProfileTest {

  private static final FieldValue KELLY = FieldValue.text("Kelly");

  @Test
  void begins_with_its_conversation() {
    var story = given().when(STARTED).thenTold(new ProfileStarted("customer-profile"));
    assertThat(story.profile().exists()).isTrue();
    assertThat(story.profile().createdBy()).isEqualTo("user-1");
    assertThat(story.profile().status()).isEqualTo(Status.IN_PROGRESS);
    assertThat(story.profile().lastUpdatedAt()).isEqualTo(ProfileStory.BEGIN.plusSeconds(101));
  }

  @Test
  void a_conversation_of_another_flow_builds_no_profile() {
    var other = new SessionStarted("buying-process", 1, "en", null);
    var story = given(other).when(said("persona_name", "Kelly")).thenNothingChanges();
    assertThat(story.profile().exists()).isFalse();
  }

  @Test
  void nothing_counts_before_the_beginning() {
    given().when(said("prototype_name", "Kelly")).thenNothingChanges();
  }

  @Test
  void keeps_what_was_said_and_where_it_comes_from() {
    var story =
        given(STARTED)
            .when(said("prototype_name", "Kelly"))
            .then("prototype_name", "Kelly")
            .thenField("prototype_name", Field.Status.FILLED, false)
            .thenTold(new ProfileChanged(List.of("prototype_name")));
    assertThat(story.profile().shown().get("prototype_name"))
        .isEqualTo(
            new SourcedValue(
                KELLY,
                new Provenance(
                    Origin.CHAT,
                    "user-1",
                    "that is what I said",
                    0.9,
                    ProfileStory.BEGIN.plusSeconds(101),
                    "c1-101")));
    assertThat(story.profile().lastUpdatedAt()).isEqualTo(ProfileStory.BEGIN.plusSeconds(101));
  }

  @Test
  void a_correction_stands_in_place_of_what_was_there() {
    var story =
        given(STARTED, said("prototype_name", "Kelly"))
            .when(edited("prototype_name", "Kelly", "Kim"))
            .then("prototype_name", "Kim");
    assertThat(story.update().changes())
        .singleElement()
        .satisfies(change -> {
          assertThat(change.from()).isEqualTo(KELLY);
          assertThat(change.to()).isEqualTo(FieldValue.text("Kim"));
          assertThat(change.cause()).isEqualTo(FieldChange.Cause.PANEL);
          assertThat(change.rev()).isEqualTo(101);
        });
  }

  @Test
  void correcting_to_the_same_value_tells_nobody() {
    given(STARTED, said("prototype_name", "Kelly"))
        .when(edited("prototype_name", "Kelly", "Kelly"))
        .then("prototype_name", "Kelly")
        .thenTold();
  }

  @Test
  void a_cleared_field_is_open_again() {
    given(STARTED, said("prototype_name", "Kelly"))
        .when(new FieldCleared("prototype_name", KELLY, panel()))
        .then("prototype_name", null)
        .thenField("prototype_name", Field.Status.OPEN, false)
        .thenTold(new ProfileChanged(List.of("prototype_name")));
  }

  @Test
  void a_skipped_field_has_no_value() {
    given(STARTED)
        .when(new FieldSkipped("job_title"))
        .then("job_title", null)
        .thenField("job_title", Field.Status.SKIPPED, false)
        .thenTold();
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
    var story =
        given(STARTED, said("demographics.gender", "any"))
            .when(new FieldParked("demographics.gender"))
            .then("demographics.gender", null)
            .thenField("demographics.gender", Field.Status.FILLED, true)
            .thenTold(new ProfileChanged(List.of("demographics.gender")));
    assertThat(story.update().changes())
        .singleElement()
        .extracting(FieldChange::cause)
        .isEqualTo(FieldChange.Cause.BRANCH);
  }

  @Test
  void a_restored_value_is_shown_with_the_source_it_had() {
    var story =
        given(STARTED, said("demographics.gender", "any"), new FieldParked("demographics.gender"))
            .when(new FieldRestored("demographics.gender", FieldValue.text("any")))
            .then("demographics.gender", "any");
    assertThat(story.provenance("demographics.gender"))
        .extracting(rapport.profile.profile.Provenance::eventId)
        .isEqualTo("c1-2");
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
            .then("prototype_name", "Kelly");
    assertThat(story.provenance("prototype_name"))
        .extracting(rapport.profile.profile.Provenance::quote)
        .isEqualTo("that is what I said");
    assertThat(story.update().changes())
        .singleElement()
        .extracting(FieldChange::cause)
        .isEqualTo(FieldChange.Cause.UNDO);
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
    var story = given(STARTED).when(new SessionCompleted()).thenTold(new ProfileCompleted());
    assertThat(story.profile().status()).isEqualTo(Status.COMPLETED);
    assertThat(story.profile().lastUpdatedAt()).isEqualTo(ProfileStory.BEGIN.plusSeconds(101));
  }

  @Test
  void coming_back_opens_it_again() {
    var story =
        given(STARTED, new SessionCompleted())
            .when(new SessionResumed())
            .thenTold(new ProfileReopened());
    assertThat(story.profile().status()).isEqualTo(Status.IN_PROGRESS);
  }

  static List<ConversationEvent> eventsThatChangeNoValue() {
    return List.of(
        STARTED,
        new NextSessionRequested("c2"),
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
        new SummaryRequested(List.of("motivations")),
        new SummaryProduced("Kelly decides.", List.of(), 2),
        new SummaryOutdated(),
        new MessageReceived("m9", "hello"),
        new TurnUndone("m9"));
  }

  @ParameterizedTest
  @MethodSource("eventsThatChangeNoValue")
  void the_course_of_the_conversation_leaves_values_alone(ConversationEvent event) {
    given(STARTED, said("prototype_name", "Kelly")).when(event).thenNothingChanges();
  }

  @Test
  void every_event_there_is_has_its_sentence_here() {
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
            SessionCompleted.class,
            SessionResumed.class);
    var leaving = eventsThatChangeNoValue().stream().map(ConversationEvent::getClass).toList();
    assertThat(EventCatalog.CONVERSATION.types().values())
        .allMatch(type -> changing.contains(type) || leaving.contains(type));
  }
}
