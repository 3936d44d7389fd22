package rapport.embedding.intent.tool;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import rapport.embedding.BgeSmall;
import rapport.embedding.Embedder;
import rapport.embedding.RememberingEmbedder;
import rapport.embedding.intent.Example;
import rapport.embedding.intent.IntentClassifier;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures on labelled texts how well intents are told that were learnt from a few examples each,
 * and how well texts are found that are none of them. Prints figures to read, and last a line of
 * JSON with their means.
 */
public final class IntentTool {

  private static final int FINE = 0;
  private static final int MISUSED = 2;
  private static final int ALL_TEXTS = 100_000;
  private static final double NANOS_PER_MS = 1e6;

  private final Embedder embedder;
  private final PrintStream out;

  IntentTool(Embedder embedder, PrintStream out) {
    this.embedder = new RememberingEmbedder(embedder, ALL_TEXTS);
    this.out = out;
  }

  public static void main(String[] args) {
    int code;
    try (var model = BgeSmall.load()) {
      code = new IntentTool(model, System.out).run(List.of(args));
    }
    System.exit(code);
  }

  /** Measures, and gives the exit code: 0, or 2 when called wrongly. */
  int run(List<String> arguments) {
    try {
      measure(Options.of(arguments));
      return FINE;
    } catch (IllegalArgumentException wrong) {
      out.println(wrong.getMessage());
    } catch (UncheckedIOException unreadable) {
      out.println("cannot read: " + unreadable.getMessage());
    }
    return MISUSED;
  }

  private void measure(Options options) {
    var train = LabelledTexts.toLearnFrom(options.train());
    var test = LabelledTexts.toTestWith(options.test());
    var draws = new ArrayList<Map<String, Double>>();
    var cpu = new LinkedHashMap<String, Double>();
    for (int i = 0; i < options.seeds(); i++) {
      var seed = options.seed() + i;
      var draw = Draw.of(train, test, options, seed);
      if (draw.inScope().isEmpty()) {
        throw new IllegalArgumentException("no test text has a label that was learnt");
      }
      draws.add(measure(draw, seed, cpu));
    }
    var means = new LinkedHashMap<String, Object>();
    draws.getFirst().forEach((name, _) -> means.put(name, mean(draws, name)));
    cpu.forEach((name, figure) -> means.put(name, rounded(figure)));
    means.put("perClass", options.perClass());
    means.put("seeds", options.seeds());
    out.println(JsonMapper.shared().writeValueAsString(means));
  }

  /** What a text costs is taken of the first draw: later ones remember vectors. */
  private Map<String, Double> measure(Draw draw, long seed, Map<String, Double> cpu) {
    var before = cpuTime();
    var classifier = IntentClassifier.train(embedder, draw.learnt());
    var training = cpuTime() - before;
    var costs = new ArrayList<Double>();
    var inScope = tell(classifier, draw.inScope(), costs);
    var outOfScope = tell(classifier, draw.outOfScope(), costs);
    if (cpu.isEmpty()) {
      var each = costs.stream().mapToDouble(one -> one).toArray();
      cpu.put("trainCpuMs", training);
      cpu.put("cpuMsP50", Figures.percentile(each, .5));
      cpu.put("cpuMsP99", Figures.percentile(each, .99));
    }
    var figures = Figures.of(inScope, outOfScope);
    out.printf(
        Locale.ROOT,
        "seed %d: %d examples, %d texts in scope, %d out of scope: %s%n",
        seed,
        draw.learnt().size(),
        inScope.size(),
        outOfScope.size(),
        written(figures));
    return figures;
  }

  private static List<Told> tell(
      IntentClassifier classifier, List<Example> texts, List<Double> costs) {
    var told = new ArrayList<Told>();
    for (var text : texts) {
      var before = cpuTime();
      told.add(new Told(text.label(), classifier.classify(text.text())));
      costs.add(cpuTime() - before);
    }
    return told;
  }

  /** Of this thread, in milliseconds. */
  private static double cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / NANOS_PER_MS;
  }

  private static double mean(List<Map<String, Double>> draws, String name) {
    return rounded(draws.stream().mapToDouble(draw -> draw.get(name)).average().orElseThrow());
  }

  private static double rounded(double figure) {
    return Math.round(figure * 10_000) / 10_000d;
  }

  private static String written(Map<String, Double> figures) {
    var parts = new ArrayList<String>();
    figures.forEach(
        (name, figure) -> parts.add(String.format(Locale.ROOT, "%s %.4f", name, figure)));
    return String.join(", ", parts);
  }
}
