package rapport.runtime.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashSet;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicCoverageTest {

  private final TopicCoverage coverage = new TopicCoverage();

  @Test
  void an_empty_topic_has_nothing() {
    assertThat(coverage.has("acme/1", 1)).isFalse();
    assertThat(coverage.reaches("acme/1", 1)).isFalse();
  }

  @Test
  void streams_are_told_apart() {
    coverage.add("acme/1", 1);
    assertThat(coverage.has("acme/2", 1)).isFalse();
  }

  @Test
  void a_hole_is_not_covered_but_reached() {
    coverage.add("acme/1", 1);
    coverage.add("acme/1", 3);
    assertThat(coverage.has("acme/1", 2)).isFalse();
    assertThat(coverage.reaches("acme/1", 2)).isTrue();
    assertThat(coverage.reaches("acme/1", 4)).isFalse();
  }

  @Test
  void a_topic_is_behind_only_where_it_has_something_older() {
    coverage.add("acme/1", 2);
    assertThat(coverage.isBehind("acme/1", 3)).isTrue();
    assertThat(coverage.isBehind("acme/1", 2)).isFalse();
    assertThat(coverage.isBehind("acme/2", 1)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void has_exactly_what_was_added_in_whatever_order(long seed) {
    var revs = new java.util.ArrayList<>(LongStream.rangeClosed(1, 60).boxed().toList());
    Collections.shuffle(revs, new Random(seed));
    var added = new HashSet<Long>();
    for (var rev : revs) {
      coverage.add("acme/1", rev);
      coverage.add("acme/1", rev);
      added.add(rev);
      for (long any = 1; any <= 61; any++) {
        assertThat(coverage.has("acme/1", any)).isEqualTo(added.contains(any));
      }
    }
  }
}
