package rapport.standalone.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Starts processes stage by stage, keeps them running, and stops them in order. */
final class Supervisor {

  private static final Duration STOP_GRACE = Duration.ofSeconds(12);

  private final List<Child> children = new ArrayList<>();
  private volatile boolean stopped;

  /**
   * @param logs where each process gets its log
   * @param atOnce how many processes of a stage may be starting at the same time; what a later
   *     stage waits for never waits for that stage
   * @param startWithin how long one may take to be ready
   */
  Supervisor(
      List<ProcessSpec> specs,
      Path logs,
      Progress progress,
      int atOnce,
      Duration startWithin,
      Predicate<String> keepFromLog)
      throws IOException {
    var starts = new HashMap<Integer, Semaphore>();
    for (var spec : specs) {
      var ofStage = starts.computeIfAbsent(spec.startStage(), _ -> new Semaphore(atOnce, true));
      children.add(new Child(spec, logs, progress, ofStage, startWithin, keepFromLog));
    }
  }

  /**
   * Returns when every process is ready.
   *
   * @return the one that could not be made ready, if any; the others may be running
   */
  Optional<Child> start() {
    for (var stage : stages(child -> child.spec().startStage())) {
      var begun = stage.stream().map(child -> new Begun(child, child.begin())).toList();
      var failed = begun.stream().filter(each -> !each.ready().join()).findFirst();
      if (failed.isPresent() || stopped) {
        return failed.map(Begun::child);
      }
    }
    return Optional.empty();
  }

  private record Begun(Child child, CompletableFuture<Boolean> ready) {}

  /** Stops everything; what was not started is not started any more. */
  void stop() {
    stopped = true;
    for (var stage : stages(child -> child.spec().stopStage())) {
      stage.forEach(Child::beginStop);
      stage.forEach(Supervisor::finish);
    }
  }

  private static void finish(Child child) {
    try {
      child.finishStop(STOP_GRACE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  List<Child> children() {
    return List.copyOf(children);
  }

  private Collection<List<Child>> stages(Function<Child, Integer> stage) {
    return children.stream()
        .collect(Collectors.groupingBy(stage, TreeMap::new, Collectors.toList()))
        .values();
  }
}
