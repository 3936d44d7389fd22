package rapport.health.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FunnelPropertyTest {

  private static final int SESSIONS = 30;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_turn_taken_back_is_as_if_it_had_never_been(long seed) {
    var said = new RandomFlow(seed);
    var unsaid = new RandomFlow(seed);
    for (int i = 0; i < seed % 12; i++) {
      said.turn();
      unsaid.turn();
    }
    said.turnTakenBack();
    unsaid.asksAgain();
    var as = Funnels.of(said.story());
    var would = Funnels.of(unsaid.story());
    assertThat(as.sessions()).isEqualTo(would.sessions());
    assertThat(questions(as)).isEqualTo(questions(would));
  }

  /**
   * All but which phases are completed: an undo does not take back what conversation-service does
   * not.
   */
  private static List<FunnelReport.Phase> questions(FunnelReport report) {
    return report.phases().stream()
        .filter(phase -> !phase.fields().isEmpty())
        .map(phase ->
            new FunnelReport.Phase(phase.phase(), 0, 0, phase.counts(), null, phase.fields()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_order_in_which_sessions_are_counted_does_not_matter(long seed) {
    var sessions = sessions(seed);
    var now = FlowStory.BEGIN.plus(Duration.ofHours(24).plusMinutes(10));
    var counted = Funnels.of(now, sessions);
    Collections.shuffle(sessions, new Random(seed));
    assertThat(Funnels.of(now, sessions)).isEqualTo(counted);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void counts_fit_together(long seed) {
    var now = FlowStory.BEGIN.plus(Duration.ofHours(24).plusMinutes(10));
    var report = Funnels.of(now, sessions(seed));
    var all = report.sessions();
    assertThat(all.started()).isEqualTo(SESSIONS);
    assertThat(all.completed() + all.abandoned() + all.open()).isEqualTo(all.started());
    assertThat(report.phases().stream().mapToLong(phase -> phase.counts().abandoned()).sum())
        .isEqualTo(all.abandoned());
    for (var phase : report.phases()) {
      assertThat(phase.completed()).isLessThanOrEqualTo(phase.reached());
      assertThat(phase.counts().asked()).isLessThanOrEqualTo(phase.reached());
      assertThat(phase.counts().abandoned()).isLessThanOrEqualTo(phase.reached());
      assertThat(phase.reached()).isLessThanOrEqualTo(all.started());
      phase.fields().forEach(field -> fits(field, phase.counts()));
    }
  }

  private static void fits(FunnelReport.Field field, Counts ofPhase) {
    var rows = field.times() == null ? field.counts() : field.times();
    assertThat(rows.answered()).isLessThanOrEqualTo(rows.asked());
    for (var step : Step.values()) {
      var sessions = Funnels.of(field.counts(), step);
      assertThat(sessions).isLessThanOrEqualTo(field.sessions());
      assertThat(sessions).isLessThanOrEqualTo(Funnels.of(rows, step));
      if (step != Step.ABANDONED) {
        assertThat(sessions).isLessThanOrEqualTo(Funnels.of(ofPhase, step));
      }
    }
    if (field.medianSeconds() != null) {
      assertThat(field.medianSeconds()).isBetween(0L, Objects.requireNonNull(field.p90Seconds()));
    }
  }

  private static List<ConversationProgress> sessions(long seed) {
    var sessions = new ArrayList<ConversationProgress>();
    for (int i = 0; i < SESSIONS; i++) {
      var turns = new Random(seed + i).nextInt(20);
      sessions.add(FlowStory.of(RandomFlow.conversation(seed * SESSIONS + i, turns)).progress());
    }
    return sessions;
  }
}
