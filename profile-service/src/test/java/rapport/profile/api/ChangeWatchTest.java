package rapport.profile.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import rapport.profile.api.ChangeWatch.FeedChange;
import rapport.profile.api.ChangeWatch.Seen;
import reactor.core.publisher.Flux;

class ChangeWatchTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final List<Seen> there = new ArrayList<>();
  private final List<Instant> asked = new ArrayList<>();
  private final ChangeWatch watch =
      new ChangeWatch(since -> {
        if (since != null) {
          asked.add(since);
        }
        return Flux.fromStream(
            there.stream()
                .filter(seen -> since == null || !seen.at().isBefore(since))
                .sorted(Comparator.comparing(Seen::at).reversed()));
      });

  @Test
  void tells_what_changed_since_and_everything_once() {
    is("p-1", 1, NOON);
    assertThat(told()).isEmpty();
    is("p-2", 1, NOON.plusSeconds(1));
    is("p-1", 2, NOON.plusSeconds(2));
    assertThat(told()).containsExactly("p-2", "p-1");
    assertThat(told()).isEmpty();
    is("late", 1, NOON.plusSeconds(1));
    assertThat(told()).containsExactly("late");
  }

  @Test
  void goes_on_from_where_it_was_when_the_latest_is_there_no_more() {
    is("p-1", 1, NOON.minusSeconds(3_600));
    is("erased", 1, NOON);
    assertThat(told()).isEmpty();
    there.removeIf(seen -> seen.id().equals("erased"));
    assertThat(told()).isEmpty();
    assertThat(told()).isEmpty();
    assertThat(asked).allSatisfy(since -> assertThat(since).isAfter(NOON.minusSeconds(600)));
  }

  @Test
  void remembers_only_what_it_may_meet_again() {
    told();
    for (int n = 0; n < 1_000; n++) {
      is("p-" + n, 1, NOON.plusSeconds(60L * n));
      assertThat(told()).containsExactly("p-" + n);
    }
    assertThat(watch.remembered()).isLessThan(10);
  }

  private void is(String id, long rev, Instant at) {
    there.removeIf(seen -> seen.id().equals(id));
    there.add(new Seen(id, rev, at));
  }

  private List<String> told() {
    return Objects.requireNonNull(
        watch.news().mapNotNull(event -> event.data()).map(FeedChange::id).collectList().block());
  }
}
