package rapport.standalone.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A process that is started again whenever it ends, until it is told to stop. */
final class Child {

  private static final long LOG_BYTES = 8L * 1024 * 1024;
  private static final int TAIL = 15;
  private static final int GIVE_UP_AFTER = 3;
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration STEADY = Duration.ofSeconds(20);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

  private final ProcessSpec spec;
  private final Progress progress;
  private final Semaphore starts;
  private final RotatingLog log;
  private final Predicate<String> keepFromLog;
  private final Duration startWithin;
  private final ArrayDeque<String> tail = new ArrayDeque<>();
  private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final long created = System.nanoTime();
  private volatile @Nullable Process process;

  /**
   * @param starts how many processes of its stage may be starting at once
   * @param keepFromLog sees each line the process prints; true keeps the line out of the log
   */
  Child(
      ProcessSpec spec,
      Path logs,
      Progress progress,
      Semaphore starts,
      Duration startWithin,
      Predicate<String> keepFromLog)
      throws IOException {
    this.spec = spec;
    this.progress = progress;
    this.starts = starts;
    this.startWithin = startWithin;
    this.keepFromLog = keepFromLog;
    this.log = new RotatingLog(logs.resolve(spec.name() + ".log"), LOG_BYTES);
  }

  ProcessSpec spec() {
    return spec;
  }

  /** Begins to look after the process; true in the future when it was ready once. */
  CompletableFuture<Boolean> begin() {
    progress.state(spec.name(), Progress.State.WAITING, seconds());
    Thread.ofPlatform().name("watch-" + spec.name()).daemon().start(this::watch);
    return ready;
  }

  Optional<ProcessHandle> handle() {
    var running = process;
    return running == null || !running.isAlive()
        ? Optional.empty()
        : Optional.of(running.toHandle());
  }

  /** The last lines it printed. */
  List<String> tail() {
    synchronized (tail) {
      return List.copyOf(tail);
    }
  }

  private void watch() {
    var failures = 0;
    try {
      while (stopping.getCount() > 0) {
        var started = System.nanoTime();
        var wasReady = runOnce();
        if (stopping.getCount() == 0) {
          return;
        }
        failures = System.nanoTime() - started > STEADY.toNanos() ? 1 : failures + 1;
        if (!wasReady && !ready.isDone() && failures >= GIVE_UP_AFTER) {
          progress.state(spec.name(), Progress.State.FAILED, seconds());
          ready.complete(false);
          return;
        }
        pause(failures);
      }
    } catch (InterruptedException | IOException e) {
      progress.say("%s cannot be looked after: %s".formatted(spec.name(), e));
      ready.complete(false);
    }
  }

  /** From start to end; whether it was ready in between. */
  private boolean runOnce() throws IOException, InterruptedException {
    starts.acquire();
    var becameReady = false;
    try {
      if (stopping.getCount() == 0) {
        return false;
      }
      becameReady = start();
    } finally {
      starts.release();
    }
    var running = process;
    return running != null && running.waitFor() >= 0 && becameReady;
  }

  private boolean start() throws IOException, InterruptedException {
    progress.state(spec.name(), Progress.State.STARTING, seconds());
    var builder = new ProcessBuilder(spec.command().get()).redirectErrorStream(true);
    builder.environment().putAll(spec.environment());
    var begun = System.nanoTime();
    var running = builder.start();
    process = running;
    Thread.ofPlatform().name("log-" + spec.name()).daemon().start(() -> copyOutput(running));
    while (running.isAlive() && stopping.getCount() > 0) {
      if (spec.readiness().holds()) {
        progress.state(spec.name(), Progress.State.READY, seconds(begun));
        ready.complete(true);
        return true;
      }
      if (System.nanoTime() - begun > startWithin.toNanos()) {
        note("not ready after " + startWithin.toSeconds() + " s");
        running.toHandle().destroyForcibly();
      }
      running.waitFor(LOOK);
    }
    return false;
  }

  private void pause(int failures) throws InterruptedException {
    var running = process;
    var seconds = Math.min(LONGEST_PAUSE.toSeconds(), 1L << Math.min(failures - 1, 10));
    var wait = failures == 1 && ready.isDone() ? 0 : seconds;
    progress.say(
        "%s ended (exit code %s); it starts again%s. Its log: logs/%s.log"
            .formatted(
                spec.name(),
                running == null ? "unknown" : running.exitValue(),
                wait == 0 ? " now" : " in " + wait + " s",
                spec.name()));
    progress.state(spec.name(), Progress.State.AGAIN, seconds());
    var _ = stopping.await(wait, TimeUnit.SECONDS);
  }

  private void copyOutput(Process running) {
    try (var lines = new BufferedReader(running.inputReader(StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!keepFromLog.test(line)) {
          note(line);
        }
      }
    } catch (IOException e) {
      progress.say("%s: %s".formatted(spec.name(), e.getMessage()));
    }
  }

  private void note(String line) throws IOException {
    synchronized (tail) {
      tail.addLast(line);
      if (tail.size() > TAIL) {
        tail.removeFirst();
      }
    }
    log.line(line);
  }

  /** Asks the process to stop; it is not started again. */
  void beginStop() {
    stopping.countDown();
    var running = process;
    if (running != null) {
      running.toHandle().destroy(); // Process.destroy() would close the pipe it says goodbye on
    }
  }

  /** Waits for the end; after {@code grace} it is ended by force. */
  void finishStop(Duration grace) throws InterruptedException {
    var running = process;
    if (running != null && !running.waitFor(grace)) {
      progress.say("%s does not stop; ending it by force".formatted(spec.name()));
      running.toHandle().destroyForcibly();
      running.waitFor();
    }
  }

  private double seconds() {
    return seconds(created);
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
