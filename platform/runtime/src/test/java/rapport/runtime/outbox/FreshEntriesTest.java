package rapport.runtime.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreshEntriesTest {

  private static final int ALL = 1_000;

  private final FreshEntries fresh = new FreshEntries();

  @Test
  void the_first_entry_of_a_stream_may_go_out() {
    fresh.add(entry("a", 3), 0);
    assertThat(fresh.take(ALL)).isEqualTo(taken(List.of(entry("a", 3))));
    assertThat(fresh.isEmpty()).isTrue();
  }

  @Test
  void one_after_an_entry_of_which_nothing_is_known_is_left_to_the_store() {
    fresh.add(entry("a", 5), 3);
    assertThat(fresh.take(ALL)).isEqualTo(taken(List.of(), "a"));
  }

  @Test
  void one_that_follows_what_was_published_may_go_out() {
    fresh.published(List.of(entry("a", 3)));
    fresh.add(entry("a", 5), 3);
    assertThat(fresh.take(ALL)).isEqualTo(taken(List.of(entry("a", 5))));
  }

  @Test
  void entries_that_follow_one_another_go_out_together() {
    fresh.add(entry("a", 2), 0);
    fresh.add(entry("b", 1), 0);
    fresh.add(entry("a", 4), 2);
    assertThat(fresh.take(ALL))
        .isEqualTo(taken(List.of(entry("a", 2), entry("b", 1), entry("a", 4))));
  }

  @Test
  void after_one_that_was_left_the_rest_of_its_stream_is_left_too() {
    fresh.add(entry("a", 2), 0);
    fresh.add(entry("a", 6), 4);
    fresh.add(entry("a", 4), 2);
    assertThat(fresh.take(ALL)).isEqualTo(taken(List.of(entry("a", 2)), "a"));
  }

  @Test
  void what_was_taken_but_not_published_is_not_built_on() {
    fresh.add(entry("a", 2), 0);
    fresh.take(ALL);
    fresh.add(entry("a", 4), 2);
    assertThat(fresh.take(ALL)).isEqualTo(taken(List.of(), "a"));
  }

  @Test
  void an_entry_that_is_handed_over_again_is_left_to_the_store() {
    fresh.published(List.of(entry("a", 4)));
    fresh.add(entry("a", 2), 0);
    assertThat(fresh.take(ALL)).isEqualTo(taken(List.of(), "a"));
  }

  @Test
  void takes_no_more_than_it_may() {
    fresh.add(entry("a", 1), 0);
    fresh.add(entry("a", 2), 1);
    assertThat(fresh.take(1)).isEqualTo(taken(List.of(entry("a", 1))));
    assertThat(fresh.isEmpty()).isFalse();
  }

  @Test
  void when_too_many_wait_the_store_keeps_them_alone() {
    assertThat(IntStream.range(0, 5_000).allMatch(n -> fresh.add(entry("s" + n, 1), 0))).isTrue();
    assertThat(fresh.add(entry("late", 1), 0)).isFalse();
    fresh.take(1);
    assertThat(fresh.add(entry("late", 1), 0)).isTrue();
  }

  @Test
  void streams_of_long_ago_are_forgotten() {
    fresh.published(List.of(entry("old", 1)));
    IntStream.range(0, 10_000).forEach(n -> fresh.published(List.of(entry("s" + n, 1))));
    fresh.add(entry("old", 2), 1);
    fresh.add(entry("s9999", 2), 1);
    assertThat(fresh.take(ALL)).isEqualTo(taken(List.of(entry("s9999", 2)), "old"));
  }

  private static FreshEntries.Taken taken(List<OutboxEntry> entries, String... streams) {
    return new FreshEntries.Taken(
        entries,
        Arrays.stream(streams).map(stream -> "acme/" + stream).collect(Collectors.toSet()));
  }

  private static OutboxEntry entry(String stream, long lastRev) {
    return new OutboxEntry(
        stream + ":" + lastRev, "acme/" + stream, lastRev, Instant.EPOCH, List.of());
  }
}
