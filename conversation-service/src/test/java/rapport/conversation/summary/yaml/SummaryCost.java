package rapport.conversation.summary.yaml;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.yaml.FlowCatalog;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Measures what a summary costs: CPU milliseconds of one thread, cold and warm. Run from the
 * module's folder: {@code java -cp <test class path> rapport.conversation.summary.yaml.SummaryCost
 * [rounds]}.
 */
final class SummaryCost {

  private static final Path FILES = Path.of("src/test/resources/summary");
  private static final int ROUNDS = 150;

  private final SummaryCatalog catalog = SummaryCatalog.fromClasspath(FlowCatalog.fromClasspath());
  private final Map<String, List<Supplier<String>>> texts = new TreeMap<>();

  SummaryCost() throws IOException {
    var stages = catalog.find("buying-process", "en").orElseThrow();
    for (var file : yaml("journeys")) {
      var journey = Journey.read(file);
      texts
          .computeIfAbsent("buying-process", _ -> new ArrayList<>())
          .add(() -> journey.told(stages));
    }
    var profiles = catalog.find("customer-profile", "en").orElseThrow();
    for (var file : yaml("profiles")) {
      var profile = YAMLMapper.builder().build().readValue(Files.readString(file), Profile.class);
      texts
          .computeIfAbsent("customer-profile", _ -> new ArrayList<>())
          .add(() -> profiles.summarize(profile.known(), Map.of(), profile.focus()));
    }
  }

  private record Profile(List<String> focus, Map<String, Object> values) {
    Map<String, FieldValue> known() {
      var known = new TreeMap<String, FieldValue>();
      values.forEach((path, value) -> known.put(path, FieldValue.of(value)));
      return known;
    }
  }

  private static List<Path> yaml(String folder) throws IOException {
    try (var files = Files.list(FILES.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  /** CPU milliseconds a summary, on average over so many rounds. */
  double cost(String flow, int rounds) {
    var thread = ManagementFactory.getThreadMXBean();
    var all = texts.getOrDefault(flow, List.of());
    var start = thread.getCurrentThreadCpuTime();
    var letters =
        IntStream.range(0, rounds)
            .mapToLong(_ -> all.stream().mapToLong(text -> text.get().length()).sum())
            .sum();
    var spent = (thread.getCurrentThreadCpuTime() - start) / 1e6;
    return letters == 0 ? 0 : spent / rounds / all.size();
  }

  public static void main(String[] args) throws IOException {
    var rounds = args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS;
    var cost = new SummaryCost();
    for (var flow : cost.texts.keySet()) {
      System.out.printf(
          Locale.ROOT,
          "%s: %.2f ms in the first round, then %.3f, then %.3f%n",
          flow,
          cost.cost(flow, 1),
          cost.cost(flow, rounds),
          cost.cost(flow, rounds));
    }
  }
}
