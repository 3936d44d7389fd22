package rapport.standalone.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Starts Rapport and stays until it is told to stop. */
public final class Up {

  private static final Duration START_WITHIN = Duration.ofSeconds(150);
  private static final Duration LEFTOVERS_END_WITHIN = Duration.ofSeconds(20);
  private static final int FAILED = 1;

  private final Path home;
  private final Options options;
  private final Map<String, String> environment;
  private final Progress progress;
  private final long begun;

  private Up(Path home, Options options, Map<String, String> environment, Progress progress) {
    this.home = home;
    this.options = options;
    this.environment = environment;
    this.progress = progress;
    this.begun = System.nanoTime();
  }

  /**
   * @param args see {@code deploy/up --help}; the project's root comes in the system property
   *     {@code rapport.home}
   */
  public static void main(String[] args) {
    var home = Path.of(System.getProperty("rapport.home", "")).toAbsolutePath();
    var progress = new Progress(System.out, Boolean.getBoolean("rapport.terminal"));
    try {
      var environment = System.getenv();
      var options = Options.parse(List.of(args), environment, home);
      System.exit(new Up(home, options, environment, progress).run());
    } catch (UserError e) {
      progress.say(String.valueOf(e.getMessage()));
      System.exit(FAILED);
    } catch (IOException e) {
      progress.say("Rapport could not be started: " + e);
      System.exit(FAILED);
    } catch (InterruptedException e) {
      System.exit(FAILED);
    }
  }

  private int run() throws IOException, InterruptedException {
    var taken = DataDirectory.take(options.dataDirectory());
    if (taken.isEmpty()) {
      return alreadyRunning();
    }
    var data = taken.get();
    if (options.reset()) {
      data.empty();
    }
    if (options.detach()) {
      data.release();
      return Detached.start(options, home, progress);
    }
    return runIn(data);
  }

  private int alreadyRunning() {
    var holder = DataDirectory.holder(options.dataDirectory());
    progress.say(
        "Rapport is already running in %s%s. Stop it with deploy/down."
            .formatted(
                options.dataDirectory(),
                holder
                    .map(found -> ": %s (process %d)".formatted(found.address(), found.pid()))
                    .orElse("")));
    return options.reset() ? FAILED : 0;
  }

  private int runIn(DataDirectory data) throws IOException, InterruptedException {
    var disk = new DiskWatch(data, options.leastFreeMegabytes(), progress);
    disk.requireRoom();
    var wasKilled = DataDirectory.holder(options.dataDirectory()).isPresent();
    Ports.requireFree(
        options.bind(), options.port(), wasKilled ? LEFTOVERS_END_WITHIN : Duration.ZERO);
    data.writeHolder(new DataDirectory.Holder(ProcessHandle.current().pid(), options.address()));
    progress.say("Rapport starts in %s".formatted(options.dataDirectory()));
    var addresses = Addresses.choose(options, environment);
    Files.write(data.path("addresses.properties"), addresses.lines());
    var fleet = new Fleet(home, data, options, addresses, environment).assembled();
    var training = new Training(Files.createDirectories(data.logs()).resolve("training.log"));
    if (options.training() == Training.When.NOW) {
      train(training, fleet.lessons());
    }
    return supervise(data, fleet, training, disk);
  }

  private int supervise(DataDirectory data, Fleet fleet, Training training, DiskWatch disk)
      throws IOException, InterruptedException {
    var administrator = new Administrator();
    var atOnce = Math.max(2, Runtime.getRuntime().availableProcessors());
    var supervisor =
        new Supervisor(fleet.specs(), data.logs(), progress, atOnce, START_WITHIN, administrator);
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> stop(supervisor, training, data, stopped), "stop"));
    var failed = supervisor.start();
    var report = new StartReport(options, administrator, progress);
    if (failed.isPresent()) {
      report.failed(failed.get());
      return FAILED;
    }
    report.ready(supervisor, (System.nanoTime() - begun) / 1e9);
    if (options.demo()) {
      new SampleLoad(home, options, environment, administrator, progress).run(data);
    }
    Files.writeString(data.path("ready"), options.address() + "\n");
    disk.begin();
    if (options.training() == Training.When.LATER) {
      train(training, fleet.lessons());
    }
    stopped.await();
    return 0;
  }

  private void train(Training training, List<Training.Lesson> lessons)
      throws IOException, InterruptedException {
    if (lessons.isEmpty()) {
      return;
    }
    progress.say("Making start-up caches for %d programs ...".formatted(lessons.size()));
    var made = 0;
    for (var lesson : lessons) {
      try {
        made += training.run(lesson) ? 1 : 0;
      } catch (IOException e) {
        progress.say(
            "%s cannot be prepared: %s".formatted(lesson.program().name(), e.getMessage()));
      }
    }
    Directories.delete(options.dataDirectory().resolve("training"));
    progress.say(
        "Made %d of %d start-up caches; the next start is quicker."
            .formatted(made, lessons.size()));
  }

  private void stop(
      Supervisor supervisor, Training training, DataDirectory data, CountDownLatch stopped) {
    progress.say("Stopping ...");
    var began = System.nanoTime();
    training.stop();
    supervisor.stop();
    progress.say(
        String.format(Locale.ROOT, "Stopped after %.1f s.", (System.nanoTime() - began) / 1e9));
    data.release();
    stopped.countDown();
  }
}
