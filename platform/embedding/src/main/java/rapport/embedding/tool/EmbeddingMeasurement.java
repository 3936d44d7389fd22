package rapport.embedding.tool;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rapport.embedding.BgeSmall;
import rapport.embedding.Embedder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prints what the embedding model costs on this machine: to load it, in memory, and for texts of
 * several lengths. The last line is JSON. The memory is Linux's count, zero elsewhere.
 */
public final class EmbeddingMeasurement {

  private static final List<String> WORDS =
      List.of(
          "we sell software to small shops in the north and they want help with their budget for"
              .split(" ", -1));
  private static final List<Integer> LENGTHS = List.of(10, 40, 120);
  private static final int WARM_UP = 200;
  private static final int TEXTS = 300;
  private static final double NANOS_PER_MS = 1e6;

  private EmbeddingMeasurement() {}

  public static void main(String[] args) throws IOException {
    var figures = new LinkedHashMap<String, Double>();
    var memoryBefore = memory();
    var cpuBefore = processCpu();
    try (var model = BgeSmall.load()) {
      figures.put("loadCpuMs", processCpu() - cpuBefore);
      figures.put("rssBeforeMb", memoryBefore);
      figures.put("rssLoadedMb", memory());
      for (var length : LENGTHS) {
        measure(model, length, figures);
      }
      figures.put("rssAtTheEndMb", memory());
    }
    figures.replaceAll((_, figure) -> Math.round(figure * 10) / 10d);
    figures.forEach(
        (name, figure) -> System.out.printf(Locale.ROOT, "%-14s %8.1f%n", name, figure));
    System.out.println(JsonMapper.shared().writeValueAsString(figures));
  }

  /** Texts of as many tokens, the model's two marks included: each of the words is one. */
  private static void measure(Embedder embedder, int tokens, Map<String, Double> figures) {
    for (int i = 0; i < WARM_UP; i++) {
      embedder.embed(text(tokens, i));
    }
    var costs = new double[TEXTS];
    for (int i = 0; i < TEXTS; i++) {
      var before = threadCpu();
      embedder.embed(text(tokens, i));
      costs[i] = threadCpu() - before;
    }
    Arrays.sort(costs);
    figures.put("ms" + tokens + "P50", costs[TEXTS / 2]);
    figures.put("ms" + tokens + "P99", costs[TEXTS * 99 / 100]);
  }

  private static String text(int tokens, int first) {
    return IntStream.range(first, first + tokens - 2)
        .mapToObj(i -> WORDS.get(i % WORDS.size()))
        .collect(Collectors.joining(" "));
  }

  private static double threadCpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / NANOS_PER_MS;
  }

  private static double processCpu() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / NANOS_PER_MS;
  }

  private static double memory() throws IOException {
    var status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    }
  }
}
