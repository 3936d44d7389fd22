package rapport.standalone.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes a program's start-up cache: a run that gets as far as being ready, ends, and leaves what
 * the JVM would otherwise work out again at every start (classes read, linked and profiled).
 */
final class Training {

  /** When caches are made for programs that have none. */
  enum When {
    /** Before the first start. */
    NOW,
    /** In the background, one after the other, once everything runs. */
    LATER,
    /** Never. */
    OFF;

    static When of(String value) {
      return switch (value) {
        case "now" -> NOW;
        case "later" -> LATER;
        case "off" -> OFF;
        default -> throw new UserError("RAPPORT_AOT is now, later or off, not " + value + ".");
      };
    }
  }

  private static final Duration WITHIN = Duration.ofMinutes(3);

  private final Path log;
  private volatile @Nullable Process running;
  private volatile boolean stopped;

  Training(Path log) {
    this.log = log;
  }

  /**
   * How a program is made to end by itself.
   *
   * @param options JVM options that make it end when it is ready, or
   * @param ready what tells that it can be told to end
   */
  record Lesson(
      Program program,
      List<String> options,
      Map<String, String> environment,
      @Nullable Readiness ready) {

    boolean isDue() {
      return Files.notExists(program.cache());
    }
  }

  /** Runs one lesson; false when no cache came of it. */
  boolean run(Lesson lesson) throws IOException, InterruptedException {
    var cache = lesson.program().cache();
    var partial = cache.resolveSibling(cache.getFileName() + ".part");
    Files.createDirectories(cache.toAbsolutePath().getParent());
    var builder =
        new ProcessBuilder(lesson.program().trainingCommand(partial, lesson.options()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(lesson.environment());
    if (stopped) {
      return false;
    }
    var process = builder.start();
    running = process;
    endWhenReady(process, lesson.ready());
    if (!process.waitFor(WITHIN)) {
      process.destroyForcibly().waitFor();
    }
    running = null;
    var failed = lesson.ready() == null && process.exitValue() != 0;
    if (stopped || failed || Files.notExists(partial)) {
      Files.deleteIfExists(partial);
      return false;
    }
    Files.move(partial, cache, StandardCopyOption.ATOMIC_MOVE);
    removeOlder(lesson.program());
    return true;
  }

  /** Caches of earlier builds lie beside the new one. */
  private static void removeOlder(Program program) throws IOException {
    var cacheOfOldBuild =
        Pattern.compile(Pattern.quote(program.name()) + "-[0-9a-f]+-java.*\\.aot");
    Directories.deleteInside(
        program.cache().resolveSibling("").toAbsolutePath(),
        file ->
            cacheOfOldBuild.matcher(file.getFileName().toString()).matches()
                && !file.equals(program.cache()));
  }

  private static void endWhenReady(Process process, @Nullable Readiness ready)
      throws InterruptedException {
    if (ready == null) {
      return;
    }
    while (process.isAlive() && !ready.holds()) {
      var _ = process.waitFor(100, TimeUnit.MILLISECONDS);
    }
    process.destroy();
  }

  /** Ends a lesson under way, without a cache. */
  void stop() {
    stopped = true;
    var process = running;
    if (process != null) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
