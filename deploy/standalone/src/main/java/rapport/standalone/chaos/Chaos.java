package rapport.standalone.chaos;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import rapport.standalone.chaos.Evidence.Outcome;
import rapport.standalone.client.RapportClient;
import rapport.standalone.client.Script;
import rapport.standalone.inside.Inside;
import rapport.standalone.inside.Quiet;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds conversations with a running Rapport while its processes are killed, stopped and fed
 * poison, waits until nothing is left to do, and checks that every promise was kept.
 */
public final class Chaos {

  private static final String SITE = "https://chaos.example";
  private static final Duration UNTIL_QUIET = Duration.ofMinutes(10);
  private static final Duration UNTIL_READY = Duration.ofMinutes(3);
  private static final int LOOK_MILLIS = 100;
  private static final int MOST_TOLD = 50;

  private final PrintStream out;
  private final ChaosOptions options;
  private final Inside inside;
  private final Pace pace;
  private final Times times = new Times();
  private final Map<String, Integer> made = new TreeMap<>();
  private final Map<String, Object> figures = new LinkedHashMap<>();

  private Chaos(PrintStream out, ChaosOptions options, Inside inside) {
    this.out = out;
    this.options = options;
    this.inside = inside;
    this.pace = new Pace(options.turns(), options.longest(), options.rate());
  }

  /**
   * Ends with 0 when every promise was kept, with 1 when one was not.
   *
   * @param args see {@link ChaosOptions}; who signs in comes from RAPPORT_ADMIN_EMAIL and
   *     RAPPORT_ADMIN_PASSWORD
   */
  public static void main(String[] args) throws Exception {
    try {
      var options = ChaosOptions.parse(List.of(args));
      var chaos = new Chaos(System.out, options, Inside.of(options.dataDirectory()));
      System.exit(chaos.run(System.getenv()) ? 0 : 1);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private boolean run(Map<String, String> environment) throws IOException, InterruptedException {
    out.println("seed " + options.seed());
    figures.put("seed", options.seed());
    var random = new Random(options.seed());
    var client = inside.gateway(environment);
    var vitals = new Vitals(inside);
    var watching = Thread.ofPlatform().name("vitals").daemon().start(vitals::watch);
    try (var ledger = Ledger.in(inside.dataDirectory().resolve("chaos-ledger.log"));
        var poison = new Poison(inside.kafkaBootstrap(), random);
        var readers = new Readers(client)) {
      var trouble = new Trouble(out, inside, poison, random);
      var begun = System.nanoTime();
      talk(client, ledger, readers, random, trouble);
      figures.put("seconds", seconds(begun));
      var findings = settle(ledger, readers, trouble);
      watching.interrupt();
      vitals.print(out);
      report(findings, ledger, trouble, vitals);
      return findings.isEmpty();
    }
  }

  private void talk(
      RapportClient client, Ledger ledger, Readers readers, Random random, Trouble trouble)
      throws IOException, InterruptedException {
    var openings = openings(client);
    var plan = Fault.plan(options.faults(), options.kills(), random);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var n = 0; n < options.concurrent(); n++) {
        var opening = openings.get(n % openings.size());
        threads.execute(new Talker(opening, ledger, pace, times, readers, options.seed() * 31 + n));
      }
      try {
        make(plan, trouble);
      } catch (RuntimeException | IOException | InterruptedException e) {
        pace.end();
        throw e;
      }
    }
    figures.put("faults", made);
  }

  /** Evenly over the run, the broker's absence in the middle of it. */
  private void make(List<Fault> plan, Trouble trouble) throws IOException, InterruptedException {
    var away = !options.brokerAway().isZero();
    for (var n = 0; n < plan.size(); n++) {
      var due = (n + 1.0) / (plan.size() + 1);
      if (away && due > 0.5) {
        away = false;
        withoutBroker(trouble);
      }
      if (!reaches(due)) {
        out.printf("%d faults are left out: the run is over%n", plan.size() - n);
        return;
      }
      trouble.make(plan.get(n));
      made.merge(plan.get(n).kind().name().toLowerCase(Locale.ROOT), 1, Integer::sum);
    }
    if (away && reaches(0.5)) {
      withoutBroker(trouble);
    }
  }

  private boolean reaches(double share) throws InterruptedException {
    while (pace.share() < share && !pace.isOver()) {
      Thread.sleep(LOOK_MILLIS);
    }
    return !pace.isOver();
  }

  private void withoutBroker(Trouble trouble) throws IOException, InterruptedException {
    var answered = times.answered();
    var failed = times.failures();
    trouble.withoutBroker(options.brokerAway());
    figures.put("brokerAwaySeconds", options.brokerAway().toSeconds());
    figures.put("answeredMeanwhile", times.answered() - answered);
    figures.put("unansweredMeanwhile", times.failures() - failed);
    var back = System.nanoTime();
    var backlog = new Backlog(inside);
    while (backlog.oldestSeconds() > Backlog.USUAL_SECONDS) {
      if (seconds(back) > UNTIL_QUIET.toSeconds()) {
        throw new IllegalStateException(
            "the backlog is not published %s after the broker's return".formatted(UNTIL_QUIET));
      }
      Thread.sleep(LOOK_MILLIS);
    }
    figures.put("backlogDrainedSeconds", seconds(back));
  }

  private List<Talker.Opening> openings(RapportClient client) {
    var key = client.post("/api/v1/widget/keys", Map.of("name", "Chaos", "origins", List.of(SITE)));
    var page = RapportClient.of(inside.gatewayAddress()).with("Origin", () -> SITE);
    var visits =
        Talker.visits(page, key.path("id").asString(), SITE, Script.of("lead-to-sales", "visit"));
    return List.of(
        Talker.interviews(client, Script.of("buying-process")),
        Talker.interviews(client, Script.of("customer-profile")),
        visits,
        Talker.interviews(client, Script.of("buying-process")));
  }

  private List<Finding> settle(Ledger ledger, Readers readers, Trouble trouble)
      throws IOException, InterruptedException {
    var begun = System.nanoTime();
    inside.awaitReady(UNTIL_READY);
    var collector = new Collector(inside);
    try (var quiet = new Quiet(inside, UNTIL_QUIET)) {
      quiet.await();
      figures.put("quietAfterSeconds", seconds(begun));
      figures.put("republished", collector.reconcile());
      quiet.await();
    }
    Thread.sleep(Duration.ofSeconds(2)); // readers look a few times a second
    var evidence =
        collector.collect(
            ledger.asked(), readers.revisions(), trouble.poisoned(), trouble.topicCut());
    figures.put("views", evidence.views().size());
    figures.put("conversations", evidence.streams().size());
    return Checker.check(evidence);
  }

  private void report(List<Finding> findings, Ledger ledger, Trouble trouble, Vitals vitals) {
    findings.stream().limit(MOST_TOLD).forEach(out::println);
    var outcomes =
        ledger.asked().stream()
            .collect(Collectors.groupingBy(asked -> asked.outcome(), Collectors.counting()));
    for (var outcome : Outcome.values()) {
      figures.put(outcome.name().toLowerCase(Locale.ROOT), outcomes.getOrDefault(outcome, 0L));
    }
    figures.put("attemptsUnanswered", times.failures());
    figures.put("p50ms", times.percentile(.5));
    figures.put("p99ms", times.percentile(.99));
    figures.put("poisoned", trouble.poisoned().size());
    for (var kind : Finding.Kind.values()) {
      figures.put(
          kind.name().toLowerCase(Locale.ROOT),
          findings.stream().filter(finding -> finding.kind() == kind).count());
    }
    if (options.faults().isEmpty()) {
      figures.put("growthInAnHour", vitals.slopes());
    }
    out.println(JsonMapper.shared().writeValueAsString(figures));
  }

  private static double seconds(long since) {
    return Math.round((System.nanoTime() - since) / 1e8) / 10.0;
  }
}
