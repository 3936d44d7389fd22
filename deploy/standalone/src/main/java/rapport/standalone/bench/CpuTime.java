package rapport.standalone.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import rapport.standalone.launcher.RunningSystem;

/** Processor time each process of a running system has used. */
record CpuTime(Map<String, Duration> used) {

  static CpuTime of(Optional<Path> dataDirectory) {
    var used = new TreeMap<String, Duration>();
    dataDirectory
        .flatMap(directory -> RunningSystem.in(directory.toAbsolutePath()))
        .ifPresent(system ->
            system
                .processes()
                .forEach((name, process) ->
                    process.info().totalCpuDuration().ifPresent(time -> used.put(name, time))));
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
