package rapport.standalone.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import rapport.standalone.client.Interview;
import rapport.standalone.client.RapportClient;

/** Holds many conversations at once and prints how quickly they were answered. */
public final class Bench {

  private final BenchOptions options;
  private final RapportClient client;
  private final Samples turns = new Samples();
  private final Samples projections = new Samples();
  private final Samples feeds = new Samples();
  private final AtomicInteger over = new AtomicInteger();
  private final ConcurrentHashMap<String, Integer> errors = new ConcurrentHashMap<>();

  private Bench(BenchOptions options, RapportClient client) {
    this.options = options;
    this.client = client;
  }

  /**
   * @param args {@code --base=URL --conversations=200 --turns=25 --concurrent=16 --watched=10
   *     --data-dir=DIR}; who signs in comes from RAPPORT_ADMIN_EMAIL and RAPPORT_ADMIN_PASSWORD
   */
  public static void main(String[] args) throws Exception {
    var options = BenchOptions.parse(List.of(args), System.getenv());
    var client = RapportClient.of(options.base()).signedIn(options.email(), options.password());
    System.out.println(machine());
    new Bench(options, client).run();
  }

  private void run() throws InterruptedException {
    System.out.printf(
        "%d conversations of %d turns, %d at a time, at %s%n",
        options.conversations(), options.turns(), options.concurrent(), options.base());
    var cpuBefore = CpuTime.of(options.dataDirectory());
    var begun = System.nanoTime();
    var places = new Semaphore(options.concurrent());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var n = 0; n < options.conversations(); n++) {
        var number = n;
        places.acquire();
        threads.execute(() -> {
          converse(number);
          places.release();
        });
      }
    }
    report((System.nanoTime() - begun) / 1e9, cpuBefore);
  }

  private void converse(int number) {
    try {
      var interview = Interview.start(client, "Company " + number);
      if (number % Math.max(1, options.conversations() / Math.max(1, options.watched())) == 0) {
        watched(interview);
      } else {
        plain(interview);
      }
      over.incrementAndGet();
    } catch (RuntimeException e) {
      var message = String.valueOf(e.getMessage()).replaceAll("[0-9a-f-]{36}", "...");
      errors.merge(message, 1, Integer::sum);
    }
  }

  private void plain(Interview interview) {
    while (interview.messages() < options.turns() && !interview.isOver()) {
      timedTurn(interview);
    }
  }

  /** A turn, then how long its revision takes to the profile and to the feed. */
  private void watched(Interview interview) {
    try (var feed = client.feed(interview.id(), null);
        var watch = new Watch(client, feed, projections, feeds)) {
      while (interview.messages() < options.turns() && !interview.isOver()) {
        timedTurn(interview);
        watch.await(interview.id(), interview.rev(), System.nanoTime());
      }
    }
  }

  private void timedTurn(Interview interview) {
    var begun = System.nanoTime();
    interview.next();
    turns.add(System.nanoTime() - begun);
  }

  private void report(double seconds, CpuTime before) {
    System.out.printf(
        Locale.ROOT,
        "%d turns in %.1f s: %.1f turns/s; %d of %d conversations without an error%n",
        turns.count(),
        seconds,
        turns.count() / seconds,
        over.get(),
        options.conversations());
    System.out.println("turn answered:          " + turns);
    System.out.println("answer -> profile:      " + projections);
    System.out.println("answer -> feed:         " + feeds);
    errors.forEach((message, count) -> System.out.printf("error, %d times: %s%n", count, message));
    var used = CpuTime.of(options.dataDirectory()).since(before);
    used.forEach((name, cpu) ->
        System.out.printf(
            Locale.ROOT,
            "  %-26s %8.2f CPU s, %6.2f per 1,000 turns%n",
            name,
            cpu,
            cpu * 1000 / Math.max(1, turns.count())));
  }

  private static String machine() throws IOException {
    var cpu = Path.of("/proc/cpuinfo");
    var model =
        Files.exists(cpu)
            ? Files.readAllLines(cpu).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.replaceFirst(".*: *", ""))
                .findFirst()
                .orElse("unknown processor")
            : System.getProperty("os.arch");
    return "%d processors (%s), %s %s, Java %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            model,
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            Runtime.version());
  }
}
