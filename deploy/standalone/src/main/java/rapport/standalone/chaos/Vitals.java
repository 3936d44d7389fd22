package rapport.standalone.chaos;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import rapport.standalone.client.RapportClient;
import rapport.standalone.inside.Inside;
import rapport.standalone.inside.Quiet;

/**
 * What grows in a system that is not well: heap, memory, open handles, lag; looked at regularly.
 */
final class Vitals {

  private static final Duration EVERY = Duration.ofSeconds(10);
  private static final double MEGABYTE = 1024 * 1024;

  private final Inside inside;
  private final Map<String, Trend> trends = new TreeMap<>();
  private final long begun = System.nanoTime();

  Vitals(Inside inside) {
    this.inside = inside;
  }

  /** Looks again and again until the thread is interrupted. */
  void watch() {
    try (var quiet = new Quiet(inside)) {
      while (true) {
        look(quiet);
        Thread.sleep(EVERY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(Quiet quiet) throws InterruptedException {
    for (var process : inside.processes().entrySet()) {
      of("/proc", process.getValue().pid())
          .forEach((name, value) -> add(name + " " + process.getKey(), value));
    }
    for (var service : Inside.SERVICES) {
      try {
        add("heap MB " + service, heap(RapportClient.of(inside.address(service))) / MEGABYTE);
      } catch (RuntimeException e) {
        // it is away at the moment
      }
    }
    try {
      add("lag records", (double) quiet.behind());
    } catch (IllegalStateException e) {
      // the broker is
    }
  }

  private synchronized void add(String name, double value) {
    trends.computeIfAbsent(name, _ -> new Trend()).add((System.nanoTime() - begun) / 3.6e12, value);
  }

  /** Memory and handles, as the operating system counts them. */
  private static Map<String, Double> of(String root, long pid) {
    var values = new LinkedHashMap<String, Double>();
    var folder = Path.of(root, Long.toString(pid));
    try (var handles = Files.list(folder.resolve("fd"))) {
      values.put("handles", (double) handles.count());
      for (var line : Files.readAllLines(folder.resolve("status"))) {
        var words = line.split("\\s+", -1);
        if (words[0].equals("VmRSS:")) {
          values.put("memory MB", Double.parseDouble(words[1]) / 1024);
        }
      }
    } catch (IOException e) {
      // it has just ended
    }
    return values;
  }

  private static double heap(RapportClient service) {
    return service
        .text("/actuator/prometheus")
        .lines()
        .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  /** A line for each: where it began, where it ended, how it grows. */
  synchronized void print(PrintStream out) {
    out.printf("%-38s%10s%10s%10s%14s%n", "", "begin", "end", "most", "an hour");
    trends.forEach((name, trend) ->
        out.printf(
            Locale.ROOT,
            "%-38s%10.1f%10.1f%10.1f%+14.1f%n",
            name,
            trend.first(),
            trend.last(),
            trend.most(),
            trend.slope()));
  }

  /** How each grows in an hour. */
  synchronized Map<String, Double> slopes() {
    var slopes = new TreeMap<String, Double>();
    trends.forEach((name, trend) -> slopes.put(name, Math.round(trend.slope() * 10) / 10.0));
    return slopes;
  }

  /**
   * A figure over time. What a collector frees now and then goes up and down in between, so the
   * least of every ten looks counts.
   */
  static final class Trend {
    private static final int WINDOW = 10;
    private final List<double[]> looks = new ArrayList<>();

    void add(double hours, double value) {
      looks.add(new double[] {hours, value});
    }

    private List<double[]> floors() {
      var floors = new ArrayList<double[]>();
      for (var from = 0; from < looks.size(); from += WINDOW) {
        var window = looks.subList(from, Math.min(looks.size(), from + WINDOW));
        floors.add(window.stream().min((a, b) -> Double.compare(a[1], b[1])).orElseThrow());
      }
      return floors;
    }

    double first() {
      return floors().getFirst()[1];
    }

    double last() {
      return floors().getLast()[1];
    }

    double most() {
      return looks.stream().mapToDouble(look -> look[1]).max().orElseThrow();
    }

    /** By least squares, an hour; 0 when there are too few looks to tell. */
    double slope() {
      var points = floors();
      var x = points.stream().mapToDouble(point -> point[0]).average().orElseThrow();
      var y = points.stream().mapToDouble(point -> point[1]).average().orElseThrow();
      var above = points.stream().mapToDouble(point -> (point[0] - x) * (point[1] - y)).sum();
      var below = points.stream().mapToDouble(point -> (point[0] - x) * (point[0] - x)).sum();
      return points.size() < 3 ? 0 : above / below;
    }
  }
}
