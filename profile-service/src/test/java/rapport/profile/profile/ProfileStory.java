package rapport.profile.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ProfileEvent;
import rapport.profile.record.ConversationRecord;
import rapport.profile.record.RecordStory;

/** Given what happened, when something more happens, then it is told of so. */
final class ProfileStory {

  private final ProfileUpdate after;

  private ProfileStory(ProfileUpdate after) {
    this.after = after;
  }

  static ProfileStory given(ConversationEvent... events) {
    return new ProfileStory(fold(ProfileUpdate.saved(ConversationRecord.none("c1"), 0), 1, events));
  }

  ProfileStory when(ConversationEvent... events) {
    return new ProfileStory(fold(ProfileUpdate.saved(after.record(), after.told()), 101, events));
  }

  void thenTold(ProfileEvent... events) {
    assertThat(after.news()).extracting(news -> news.event().event()).containsExactly(events);
  }

  private static ProfileUpdate fold(ProfileUpdate from, long rev, ConversationEvent... events) {
    var folded = from;
    for (var envelope : RecordStory.envelopes("main", "c1", rev, Arrays.asList(events))) {
      folded = folded.apply(envelope);
    }
    return folded;
  }
}
