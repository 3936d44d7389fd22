package rapport.standalone.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measurements, a line each. */
final class Table {

  private static final String FORMAT = "%4s  %-9s%8s%8s%8s%7s |%7s%7s |";

  /** What a process is called at the head of its column. */
  private static final Map<String, String> SHORT =
      Map.of(
          "conversation-service",
          "convers",
          "profile-service",
          "profile",
          "lead-intelligence-service",
          "lead",
          "health-score-service",
          "health",
          "integrations-service",
          "integr",
          "launcher",
          "launch");

  private final PrintStream out;
  private final List<String> processes;
  private final List<Round> rounds = new ArrayList<>();

  /** Prints the head; {@code processes} get a column each. */
  Table(PrintStream out, List<String> processes) {
    this.out = out;
    this.processes = List.copyOf(processes);
    out.println(" ".repeat(53) + "| processor seconds per 1,000 turns");
    out.printf(FORMAT, "at", "way", "turns/s", "p50 ms", "p99 ms", "errors", "all", "x bare");
    processes.forEach(name -> out.printf("%8s", SHORT.getOrDefault(name, name)));
    out.println();
  }

  void add(Round round) {
    rounds.add(round);
    out.printf(
        FORMAT,
        round.concurrent(),
        round.way(),
        figure("%.1f", round.load().turnsPerSecond()),
        figure("%.1f", round.load().turns().percentile(0.5)),
        figure("%.1f", round.load().turns().percentile(0.99)),
        round.errors(),
        figure("%.2f", round.per1000()),
        timesBare(round));
    processes.forEach(name -> out.printf(Locale.ROOT, "%8.2f", round.per1000(name)));
    out.println();
    round
        .load()
        .errors()
        .forEach((message, count) -> out.printf("  %d times: %s%n", count, message));
  }

  /** What it cost for each second a bare turn cost at the same concurrency. */
  private String timesBare(Round round) {
    return rounds.stream()
        .filter(other -> other.way().equals(Bare.NAME) && other.concurrent() == round.concurrent())
        .findFirst()
        .map(bare -> figure("%.1f", round.per1000() / bare.per1000()))
        .orElse("");
  }

  private static String figure(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
