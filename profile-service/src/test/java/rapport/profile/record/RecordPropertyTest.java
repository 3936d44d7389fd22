package rapport.profile.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.ItemAdded;
import rapport.contracts.ConversationEvent.ItemMoved;
import rapport.contracts.ConversationEvent.ItemRemoved;
import rapport.contracts.Envelope;

class RecordPropertyTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void batches_of_any_size_give_the_same_record_and_the_same_history(long seed) {
    var events = envelopes(seed);
    var atOnce = folded(events, events.size(), new Random(seed));
    assertThat(folded(events, 1, new Random(seed))).isEqualTo(atOnce);
    assertThat(folded(events, 20, new Random(seed))).isEqualTo(atOnce);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13})
  void rows_stand_as_a_list_that_went_through_the_same_would(long seed) {
    var expected = new ArrayList<String>();
    var record = ConversationRecord.none("c1");
    for (var envelope : envelopes(seed)) {
      record = record.apply(envelope);
      apply(expected, envelope.event());
      assertThat(record.rows().of("buying_stages"))
          .as("after revision " + envelope.rev())
          .isEqualTo(expected)
          .doesNotHaveDuplicates();
    }
  }

  private static void apply(List<String> rows, ConversationEvent event) {
    if (event instanceof ItemAdded(_, var item, var index, _)) {
      rows.remove(item);
      rows.add(Math.min(index, rows.size()), item);
    }
    if (event instanceof ItemMoved(_, var item, var index, _) && rows.remove(item)) {
      rows.add(Math.min(index, rows.size()), item);
    }
    if (event instanceof ItemRemoved(_, var item, _)) {
      rows.remove(item);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8})
  void history_tells_the_record(long seed) {
    var events = envelopes(seed);
    var update = folded(events, events.size(), new Random(seed));
    var values = new TreeMap<String, Object>();
    var rows = new ArrayList<String>();
    for (var change : update.changes()) {
      var row = change.path().endsWith("]");
      if (row) {
        tell(rows, change);
      } else {
        assertThat(values.get(change.path()))
            .isEqualTo(change.from() == null ? null : change.from().json());
        values.put(change.path(), change.to() == null ? "" : change.to().json());
        values.remove(change.path(), "");
      }
    }
    var shown = new TreeMap<String, Object>();
    update.record().fields().shown().forEach((path, held) -> shown.put(path, held.value().json()));
    assertThat(values).isEqualTo(shown);
    assertThat(rows).isEqualTo(update.record().rows().of("buying_stages"));
  }

  private static void tell(List<String> rows, FieldChange change) {
    var item = change.path().substring("buying_stages[".length(), change.path().length() - 1);
    if (change.from() != null) {
      assertThat(rows.indexOf(item)).isEqualTo(Integer.parseInt(change.from().display()));
      rows.remove(item);
    }
    if (change.to() != null) {
      rows.add(Integer.parseInt(change.to().display()), item);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8})
  void the_changes_of_one_event_have_different_paths(long seed) {
    var events = envelopes(seed);
    assertThat(folded(events, events.size(), new Random(seed)).changes())
        .extracting(change -> change.rev() + ":" + change.path())
        .doesNotHaveDuplicates();
  }

  private static List<Envelope<ConversationEvent>> envelopes(long seed) {
    return RecordStory.envelopes("main", "c1", 1, RandomEvents.mapping(seed).stream(400));
  }

  /** Folded in batches of up to so many events, each from what was saved before. */
  private static RecordUpdate folded(
      List<Envelope<ConversationEvent>> events, int most, Random random) {
    var record = ConversationRecord.none("c1");
    var changes = new ArrayList<FieldChange>();
    for (int from = 0; from < events.size(); ) {
      var to = most == events.size() ? most : from + 1 + random.nextInt(most);
      var update = RecordUpdate.saved(record);
      for (var event : events.subList(from, Math.min(to, events.size()))) {
        update = update.apply(event);
      }
      record = update.record();
      changes.addAll(update.changes());
      from = to;
    }
    return new RecordUpdate(record, changes);
  }
}
