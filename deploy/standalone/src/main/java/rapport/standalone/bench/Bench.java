package rapport.standalone.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import rapport.standalone.bench.BenchOptions.Through;
import rapport.standalone.client.Script;
import rapport.standalone.inside.Inside;
import rapport.standalone.inside.Quiet;

/**
 * Holds many conversations at once and prints how quickly they were answered and what that cost,
 * beside a bare turn that does nothing but store and publish.
 */
public final class Bench {

  private static final int WARM_UP_AT_ONCE = 16;
  private static final List<String> COLUMNS =
      List.of(
          Bare.NAME,
          "gateway",
          "conversation-service",
          "profile-service",
          "lead-intelligence-service",
          "health-score-service",
          "integrations-service",
          "store",
          "broker",
          "launcher");

  private final PrintStream out;
  private final BenchOptions options;
  private final Inside inside;
  private final Quiet quiet;
  private final Map<String, Talk> ways = new LinkedHashMap<>();
  private final Samples records = new Samples();
  private final Samples feeds = new Samples();

  private Bench(PrintStream out, BenchOptions options, Inside inside, Quiet quiet) {
    this.out = out;
    this.options = options;
    this.inside = inside;
    this.quiet = quiet;
  }

  /**
   * @param args see {@link BenchOptions}; who signs in comes from RAPPORT_ADMIN_EMAIL and
   *     RAPPORT_ADMIN_PASSWORD
   */
  public static void main(String[] args) throws Exception {
    try {
      run(List.of(args), System.getenv(), System.out);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  /**
   * Measures a running Rapport.
   *
   * @throws IllegalArgumentException when an option cannot be, or none runs; the message is for the
   *     person who typed it
   */
  public static void run(List<String> arguments, Map<String, String> environment, PrintStream out)
      throws IOException, InterruptedException {
    var options = BenchOptions.parse(arguments);
    var inside = Inside.of(options.dataDirectory());
    try (var quiet = new Quiet(inside)) {
      new Bench(out, options, inside, quiet).run(environment);
    }
  }

  private void run(Map<String, String> environment) throws IOException, InterruptedException {
    out.println(machine());
    var gateway = inside.gateway(environment);
    var script = Script.of(options.flow());
    for (var through : options.through()) {
      var client = through == Through.GATEWAY ? gateway : inside.direct();
      ways.put(
          through.name().toLowerCase(Locale.ROOT),
          new Interviews(
              client, gateway, script, options.turns(), options.watched(), records, feeds));
    }
    out.printf(
        "%d %s interviews of up to %d turns each way and at each concurrency, after %d to warm"
            + " up%n",
        options.conversations(), options.flow(), options.turns(), options.warmUp());
    var table = new Table(out, COLUMNS);
    for (var way : ways.entrySet()) {
      table.add(measure("(" + way.getKey() + ")", way.getValue(), warmUp()));
    }
    try (var bare =
        Bare.start(inside.system().command(Inside.CONVERSATION), inside.environment())) {
      var bareTurns = bare.turns(options.turns());
      measureBare(bare, bareTurns, warmUp());
      for (var concurrent : options.concurrent()) {
        var amount = new Amount(options.conversations(), concurrent);
        table.add(measureBare(bare, bareTurns, amount));
        for (var way : ways.entrySet()) {
          table.add(measure(way.getKey(), way.getValue(), amount));
        }
      }
    }
    out.println("answer -> record: " + records);
    out.println("answer -> feed:   " + feeds);
  }

  private record Amount(int conversations, int concurrent) {}

  private Amount warmUp() {
    return new Amount(options.warmUp(), WARM_UP_AT_ONCE);
  }

  private Round measure(String way, Talk talk, Amount amount) throws InterruptedException {
    return measure(way, talk, amount, inside.processes());
  }

  /** What Rapport's services do meanwhile for themselves is not the bare turn's. */
  private Round measureBare(Bare bare, Talk talk, Amount amount) throws InterruptedException {
    var processes = new TreeMap<>(inside.processes());
    processes.keySet().retainAll(Set.of("store", "broker"));
    processes.put(Bare.NAME, bare.handle());
    return measure(Bare.NAME, talk, amount, processes);
  }

  private Round measure(String way, Talk talk, Amount amount, Map<String, ProcessHandle> processes)
      throws InterruptedException {
    var before = CpuTime.of(processes);
    var load = Load.of(talk, amount.conversations(), amount.concurrent());
    quiet.await();
    return new Round(way, amount.concurrent(), load, CpuTime.of(processes).since(before));
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
