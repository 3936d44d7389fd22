package rapport.standalone.bench;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Processor time, user and system, each process has used. */
record CpuTime(Map<String, Duration> used) {

  static CpuTime of(Map<String, ProcessHandle> processes) {
    var used = new TreeMap<String, Duration>();
    processes.forEach((name, process) ->
        process.info().totalCpuDuration().ifPresent(time -> used.put(name, time)));
    return new CpuTime(used);
  }

  /** Seconds used since {@code before}, by process. */
  Map<String, Double> since(CpuTime before) {
    var difference = new TreeMap<String, Double>();
    used.forEach((name, time) ->
        difference.put(
            name, time.minus(before.used.getOrDefault(name, Duration.ZERO)).toMillis() / 1000.0));
    return difference;
  }
}
