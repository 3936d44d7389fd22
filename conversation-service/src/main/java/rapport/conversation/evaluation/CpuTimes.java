package rapport.conversation.evaluation;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * CPU time of this thread per turn.
 *
 * @param millis in milliseconds, ascending; at least one
 */
record CpuTimes(List<Double> millis) {

  /** Turns run before anything is measured, so that what is measured is compiled. */
  private static final int WARM_UP = 3_000;

  private static final int MEASURED_ROUNDS = 3;

  CpuTimes {
    millis = millis.stream().sorted().toList();
  }

  /** Runs all turns again and again: some rounds to warm up, then some that are measured. */
  static CpuTimes of(List<Runnable> turns) {
    for (var round = 0; round * turns.size() < WARM_UP; round++) {
      turns.forEach(Runnable::run);
    }
    var cpu = ManagementFactory.getThreadMXBean();
    var millis = new ArrayList<Double>();
    for (var round = 0; round < MEASURED_ROUNDS; round++) {
      for (var turn : turns) {
        var begun = cpu.getCurrentThreadCpuTime();
        turn.run();
        millis.add((cpu.getCurrentThreadCpuTime() - begun) / 1e6);
      }
    }
    return new CpuTimes(millis);
  }

  /**
   * The time that this share of turns does not exceed.
   *
   * @param share from 0 to 1
   */
  double percentile(double share) {
    var rank = (int) Math.ceil(share * millis.size());
    return millis.get(Math.max(1, rank) - 1);
  }
}
