package rapport.standalone.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rapport.standalone.chaos.Finding.Kind;

/** A checker that finds nothing is worth something only if it finds what is planted. */
class PlantedBugTest {

  private static final int RUNS = 60;

  /** As what each bug shows itself, among other things. */
  private static final Map<Bug, Kind> SHOWN =
      Map.of(
          Bug.ACK_BEFORE_WRITE, Kind.LOST,
          Bug.NO_DEDUPE, Kind.DOUBLED,
          Bug.COMMIT_FIRST, Kind.VIEW_BEHIND,
          Bug.NO_FENCING, Kind.VIEW_BEHIND,
          Bug.LOST_ON_DRAIN, Kind.LOST,
          Bug.REORDERED_RETRY, Kind.TOPIC_REORDERED,
          Bug.LATEST, Kind.VIEW_BEHIND,
          Bug.NO_RECONCILE, Kind.TOPIC_LACKS,
          Bug.FEED_FROM_THE_BEGINNING, Kind.FEED_REPEATS,
          Bug.POISON_SKIPPED, Kind.POISON_TAKEN);

  @Test
  void nothing_is_found_where_nothing_is_wrong() {
    LongStream.range(0, RUNS)
        .forEach(seed ->
            assertThat(Checker.check(Pipeline.run(Bug.NONE, seed))).as("seed " + seed).isEmpty());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void every_bug_is_found(Bug bug) {
    assertThat(kinds(bug)).contains(SHOWN.get(bug));
  }

  private static Set<Kind> kinds(Bug bug) {
    return LongStream.range(0, RUNS)
        .mapToObj(seed -> Pipeline.run(bug, seed))
        .flatMap(evidence -> Checker.check(evidence).stream())
        .map(Finding::kind)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
  }
}
