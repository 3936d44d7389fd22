package rapport.profile.profile;

import static rapport.profile.profile.ProfileStory.given;
import static rapport.profile.record.RecordStory.STARTED;
import static rapport.profile.record.RecordStory.edited;
import static rapport.profile.record.RecordStory.said;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rapport.contracts.ConversationEvent.FieldParked;
import rapport.contracts.ConversationEvent.FieldSkipped;
import rapport.contracts.ConversationEvent.FlowMigrated;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.contracts.ConversationEvent.SessionCompleted;
import rapport.contracts.ConversationEvent.SessionResumed;
import rapport.contracts.ProfileEvent.ProfileChanged;
import rapport.contracts.ProfileEvent.ProfileCompleted;
import rapport.contracts.ProfileEvent.ProfileReopened;
import rapport.contracts.ProfileEvent.ProfileStarted;
import rapport.profile.record.RecordStory;

class ProfileUpdateTest {

  @Test
  void a_profile_begins_with_its_conversation() {
    given().when(STARTED).thenTold(new ProfileStarted("customer-profile"));
  }

  @Test
  void a_conversation_of_another_flow_is_no_news() {
    given().when(RecordStory.MAPPING, said("persona_name", "Kelly")).thenTold();
  }

  @Test
  void a_value_is_news() {
    given(STARTED)
        .when(said("prototype_name", "Kelly"))
        .thenTold(new ProfileChanged(List.of("prototype_name")));
  }

  @Test
  void correcting_to_the_same_value_tells_nobody() {
    given(STARTED, said("prototype_name", "Kelly"))
        .when(edited("prototype_name", "Kelly", "Kelly"))
        .thenTold();
  }

  @Test
  void what_no_reader_sees_is_no_news() {
    given(STARTED).when(new FieldSkipped("job_title"), new MessageReceived("m", "hi")).thenTold();
  }

  @Test
  void a_value_that_no_longer_applies_is_news() {
    given(STARTED, said("demographics.gender", "any"))
        .when(new FieldParked("demographics.gender"))
        .thenTold(new ProfileChanged(List.of("demographics.gender")));
  }

  @Test
  void finishing_and_coming_back_are_news() {
    given(STARTED)
        .when(new SessionCompleted(), new SessionResumed())
        .thenTold(new ProfileCompleted(), new ProfileReopened());
  }

  @Test
  void a_migration_that_moves_values_is_one_piece_of_news() {
    given(STARTED, said("demographics.pay", "high"), said("shoe_size", 42))
        .when(
            new FlowMigrated(
                1, 2, Map.of("demographics.pay", "demographics.income"), List.of("shoe_size")))
        .thenTold(
            new ProfileChanged(List.of("demographics.income", "demographics.pay", "shoe_size")));
  }
}
