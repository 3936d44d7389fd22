package rapport.standalone.bench;

import java.util.Map;

/**
 * One measurement.
 *
 * @param way how the messages went
 * @param concurrent conversations at the same time
 * @param seconds of processor time by process
 */
record Round(String way, int concurrent, Load load, Map<String, Double> seconds) {

  /** Seconds of processor time per thousand turns that {@code process} took. */
  double per1000(String process) {
    return seconds.getOrDefault(process, 0.0) * 1000 / Math.max(1, load.turns().count());
  }

  /** The same of all processes together. */
  double per1000() {
    return seconds.keySet().stream().mapToDouble(this::per1000).sum();
  }

  int errors() {
    return load.errors().values().stream().mapToInt(Integer::intValue).sum();
  }
}
