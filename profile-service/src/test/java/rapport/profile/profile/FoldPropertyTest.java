package rapport.profile.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.contracts.ConversationEvent;
import rapport.contracts.Envelope;
import rapport.profile.record.ConversationRecord;
import rapport.profile.record.FieldChange;
import rapport.profile.record.RandomEvents;
import rapport.profile.record.RecordStory;

class FoldPropertyTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void batches_of_any_size_give_the_same_profile_changes_and_news(long seed) {
    var events = RecordStory.envelopes("main", "c1", 1, RandomEvents.profile(seed).stream(400));
    var atOnce = new Saves();
    atOnce.save(events);
    var oneByOne = new Saves();
    events.forEach(event -> oneByOne.save(List.of(event)));
    var random = new Saves();
    random.saveInChunks(events, new Random(seed));

    assertThat(oneByOne).usingRecursiveComparison().isEqualTo(atOnce);
    assertThat(random).usingRecursiveComparison().isEqualTo(atOnce);
    assertThat(atOnce.news)
        .extracting(news -> news.event().rev())
        .containsExactlyElementsOf(
            java.util.stream.LongStream.rangeClosed(1, atOnce.news.size()).boxed().toList());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void a_view_folded_on_after_a_save_has_only_the_new_left_to_save(long seed) {
    var events = RecordStory.envelopes("main", "c1", 1, RandomEvents.profile(seed).stream(200));
    var through = ProfileUpdate.saved(ConversationRecord.none("c1"), 0);
    for (var event : events.subList(0, 120)) {
      through = through.apply(event);
    }
    var again = ProfileUpdate.saved(through.record(), through.told());
    for (var event : events.subList(120, 200)) {
      through = through.apply(event);
      again = again.apply(event);
    }
    assertThat(through.since(120)).isEqualTo(again);
  }

  /** Everything a store has after some saves. */
  private static final class Saves {
    private ConversationRecord profile = ConversationRecord.none("c1");
    private long told;
    private final List<FieldChange> changes = new ArrayList<>();
    private final List<News> news = new ArrayList<>();

    void save(List<Envelope<ConversationEvent>> events) {
      var update = ProfileUpdate.saved(profile, told);
      for (var event : events) {
        update = update.apply(event);
      }
      profile = update.record();
      told = update.told();
      changes.addAll(update.changes());
      news.addAll(update.news());
    }

    void saveInChunks(List<Envelope<ConversationEvent>> events, Random random) {
      for (int from = 0; from < events.size(); ) {
        var to = Math.min(events.size(), from + 1 + random.nextInt(20));
        save(events.subList(from, to));
        from = to;
      }
    }
  }
}
