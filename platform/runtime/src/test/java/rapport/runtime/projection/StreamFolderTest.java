package rapport.runtime.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.contracts.ConversationEvent;
import rapport.contracts.EventCodec;
import rapport.contracts.WireMessage;

class StreamFolderTest {

  private static final StreamRef STREAM = new StreamRef("acme", "s");

  private final Texts.ListTexts projection = new Texts.ListTexts("texts", "topic");
  private final Texts.MemoryViews views = new Texts.MemoryViews();
  private final Texts.Owner owner = new Texts.Owner(projection.catalog());
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final EventCodec<ConversationEvent> codec = new EventCodec<>(projection.catalog());
  private final StreamFolder<List<String>, ConversationEvent> folder =
      new StreamFolder<>(
          projection, views, owner, new RunnerMeters(meters, "texts", Clock.systemUTC()));

  @Test
  void a_dense_run_is_stored_once() {
    assertThat(fold(owner.say("s", 40))).isEmpty();
    assertThat(views.of("s")).isEqualTo(owner.texts("s"));
    assertThat(views.saves).isEqualTo(1);
    assertThat(owner.asked).isZero();
  }

  @Test
  void what_the_view_has_is_dropped_and_counted() {
    var all = owner.say("s", 3);
    fold(all);
    fold(all);
    assertThat(views.of("s")).isEqualTo(owner.texts("s"));
    assertThat(views.saves).isEqualTo(1);
    assertThat(meters.counter("rapport.duplicates.dropped", "consumer", "texts").count())
        .isEqualTo(3);
  }

  @Test
  void a_gap_is_filled_by_the_owner_however_wide() {
    var all = owner.say("s", 350);
    fold(List.of(all.get(0), all.get(349)));
    assertThat(views.of("s")).isEqualTo(owner.texts("s"));
    assertThat(meters.counter("rapport.gap.repairs", "consumer", "texts").count()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatever_order_and_repetition_the_view_is_the_log(long seed) {
    var random = new Random(seed);
    var arrivals = new ArrayList<>(owner.say("s", 60));
    for (int n = 0; n < 30; n++) {
      arrivals.add(arrivals.get(random.nextInt(60)));
    }
    Collections.shuffle(arrivals, random);
    arrivals.subList(0, 10).clear();
    for (int from = 0; from < arrivals.size(); from += 7) {
      fold(arrivals.subList(from, Math.min(from + 7, arrivals.size())));
    }
    var rev = (int) views.rev("s");
    assertThat(views.of("s")).isEqualTo(owner.texts("s").subList(0, rev));
    assertThat(rev)
        .isEqualTo(arrivals.stream().mapToInt(StreamFolderTest::rev).max().orElseThrow());
  }

  @Test
  void while_the_owner_is_away_nothing_after_the_gap_is_folded() {
    var all = owner.say("s", 5);
    owner.away = true;
    assertThatThrownBy(() -> fold(List.of(all.get(0), all.get(4))))
        .isInstanceOf(NotAnsweringException.class);
    assertThat(views.rev("s")).isLessThan(5);
    owner.away = false;
    fold(List.of(all.get(0), all.get(4)));
    assertThat(views.of("s")).isEqualTo(owner.texts("s"));
  }

  @Test
  void an_event_of_a_newer_publisher_moves_the_revision_only() {
    var all = new ArrayList<>(owner.say("s", 3));
    all.set(1, with(all.get(1), "ce_type", "rapport.conversation.something-new.v1"));
    fold(all);
    assertThat(views.of("s")).containsExactly("t1", "t3");
    assertThat(views.rev("s")).isEqualTo(3);
    assertThat(meters.counter("rapport.events.unknown", "consumer", "texts").count()).isEqualTo(1);
  }

  @Test
  void a_view_moved_by_somebody_else_is_read_again() {
    views.movedByAnother = 2;
    fold(owner.say("s", 3));
    assertThat(views.of("s")).isEqualTo(owner.texts("s"));
  }

  @Test
  void what_comes_before_a_poison_is_stored_and_what_comes_after_is_not() {
    var first = owner.say("s", "t1");
    var poison = owner.say("s", "poison");
    var last = owner.say("s", "t3");
    assertThat(fold(List.of(first, poison, last)))
        .contains(
            new StreamFolder.Poison(1, 2, "folding it failed: java.lang.IllegalStateException"));
    assertThat(views.of("s")).containsExactly("t1");
  }

  @Test
  void a_broken_event_is_a_poison_unless_the_view_has_its_revision() {
    var all = owner.say("s", 3);
    var broken = new WireMessage("topic", "acme/s", all.get(1).headers(), "{");
    assertThat(fold(List.of(all.get(0), broken, all.get(2))))
        .hasValueSatisfying(poison -> assertThat(poison.index()).isEqualTo(1));
    fold(all);
    assertThat(fold(List.of(broken))).isEmpty();
  }

  @Test
  void an_event_under_the_key_of_another_stream_is_a_poison() {
    var stray = owner.say("other", "t1");
    assertThat(fold(List.of(stray)))
        .hasValueSatisfying(poison -> assertThat(poison.reason()).contains("another stream"));
    assertThat(views.of("s")).isEmpty();
  }

  @Test
  void a_poison_that_the_owner_sends_is_one_too() {
    owner.say("s", "t1");
    owner.say("s", "poison");
    var last = owner.say("s", "t3");
    assertThat(fold(List.of(last)))
        .hasValueSatisfying(poison -> assertThat(poison.rev()).isEqualTo(2));
    assertThat(views.of("s")).containsExactly("t1");
  }

  @Test
  void what_follows_in_a_stream_that_is_passed_over_is_neither_asked_for_nor_stored() {
    fold(List.of(owner.say("s", "t1"), owner.say("s", "not mine"), owner.say("s", "t3")));
    assertThat(views.of("s")).containsExactly("t1", "not mine");
    assertThat(views.rev("s")).isEqualTo(2);
    owner.say("s", 5);
    owner.away = true;
    assertThat(fold(List.of(owner.say("s", "poison")))).isEmpty();
    assertThat(folder.catchUp(STREAM)).isEmpty();
    assertThat(views.saves).isEqualTo(1);
  }

  @Test
  void a_gap_in_which_a_stream_turns_out_to_be_passed_over_is_filled_no_further() {
    owner.say("s", "not mine");
    owner.say("s", 300);
    assertThat(fold(List.of(owner.say("s", "t302")))).isEmpty();
    assertThat(views.rev("s")).isEqualTo(1);
    assertThat(owner.asked).isEqualTo(1);
  }

  @Test
  void where_only_the_latest_counts_nothing_is_missed_nor_counted_as_a_gap_or_as_unknown() {
    var all = owner.say("s", 350);
    var latest =
        new StreamFolder<>(
            projection,
            views,
            new LatestCounts(),
            new RunnerMeters(meters, "latest", Clock.systemUTC()));
    assertThat(latest.fold(STREAM, List.of(Arrival.read(codec, STREAM, all.get(349))))).isEmpty();
    assertThat(views.of("s")).containsExactly("t350");
    assertThat(views.rev("s")).isEqualTo(350);
    assertThat(views.saves).isEqualTo(1);
    for (var figure : List.of("rapport.gap.repairs", "rapport.events.unknown")) {
      assertThat(meters.counter(figure, "consumer", "latest").count()).isZero();
    }
  }

  @Test
  void where_only_the_latest_counts_a_release_leaves_the_view_where_it_stands() {
    fold(owner.say("s", 3));
    var latest =
        new StreamFolder<>(
            projection,
            views,
            new LatestCounts(),
            new RunnerMeters(meters, "latest", Clock.systemUTC()));
    assertThat(latest.catchUp(STREAM)).isEmpty();
    assertThat(views.rev("s")).isEqualTo(3);
  }

  @Test
  void catches_up_with_all_the_owner_has() {
    owner.say("s", 250);
    assertThat(folder.catchUp(STREAM)).isEmpty();
    assertThat(views.of("s")).isEqualTo(owner.texts("s"));
  }

  private Optional<StreamFolder.Poison> fold(List<WireMessage> messages) {
    return folder.fold(
        STREAM, messages.stream().map(each -> Arrival.read(codec, STREAM, each)).toList());
  }

  private static int rev(WireMessage message) {
    return Integer.parseInt(message.headers().getOrDefault("ce_rev", "0"));
  }

  private static WireMessage with(WireMessage message, String header, String value) {
    var headers = new LinkedHashMap<>(message.headers());
    headers.put(header, value);
    return new WireMessage(message.topic(), message.key(), headers, message.value());
  }
}
