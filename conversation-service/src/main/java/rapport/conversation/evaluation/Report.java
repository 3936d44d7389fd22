package rapport.conversation.evaluation;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.conversation.evaluation.Judgement.Value;

/** Figures as people and as programs read them. */
final class Report {

  private final Evaluation evaluation;
  private final PrintStream out;

  Report(Evaluation evaluation, PrintStream out) {
    this.evaluation = evaluation;
    this.out = out;
  }

  void table(@Nullable CpuTimes cpu) {
    out.printf(
        Locale.ROOT,
        "%-10s %8s %8s %8s  %9s %6s %5s%n",
        "type",
        "expected",
        "written",
        "right",
        "precision",
        "recall",
        "F1");
    evaluation.byType().forEach(this::row);
    row("all", evaluation.all());
    out.println();
    share("turns exactly right", evaluation.turnExact());
    share("turns with several values exactly right", evaluation.multiFieldExact());
    share("turns without an answer left untouched", evaluation.untouched());
    share("wrong values among those written", evaluation.all().wrongValueRate());
    share("acts right", evaluation.actAccuracy());
    evaluation
        .confusions()
        .forEach(confusion ->
            out.printf(Locale.ROOT, "  %3d  %s%n", confusion.getValue(), confusion.getKey()));
    var reliability = Reliability.of(evaluation.values());
    share("calibration error", reliability.error());
    reliability
        .bins()
        .forEach(bin ->
            out.printf(
                Locale.ROOT,
                "  from %.1f: %4d values, mean confidence %s, right %s%n",
                bin.from(),
                bin.count(),
                Share.shown(bin.confidence()),
                Share.shown(bin.right())));
    if (cpu != null) {
      out.printf(
          Locale.ROOT,
          "CPU per turn: %.2f ms (p50), %.2f ms (p99)%n",
          cpu.percentile(0.5),
          cpu.percentile(0.99));
    }
  }

  private void row(String type, Tally tally) {
    out.printf(
        Locale.ROOT,
        "%-10s %8d %8d %8d  %9s %6s %5s%n",
        type,
        tally.expected(),
        tally.written(),
        tally.right(),
        Share.shown(tally.precision()),
        Share.shown(tally.recall()),
        Share.shown(tally.f1()));
  }

  private void share(String name, @Nullable Double share) {
    out.printf(Locale.ROOT, "%-42s %s%n", name, Share.shown(share));
  }

  /** Every turn that is not exactly right, or whose acts are not. */
  void misses() {
    for (var judgement : evaluation.judgements()) {
      if (judgement.exact() && judgement.actsRight()) {
        continue;
      }
      var answer = judgement.answer();
      out.printf(Locale.ROOT, "%s  asked %s: %s%n", answer.id(), answer.asked(), answer.text());
      judgement.values().stream().filter(value -> !value.right()).forEach(this::miss);
      if (!judgement.actsRight()) {
        out.printf(Locale.ROOT, "    acts %s, not %s%n", judgement.taken().acts(), answer.acts());
      }
    }
  }

  private void miss(Value value) {
    out.printf(
        Locale.ROOT,
        "    %s: wanted %s, written %s%n",
        value.path(),
        quoted(value.expected()),
        quoted(value.written()));
  }

  private static String quoted(@Nullable String value) {
    return value == null ? "nothing" : "\"" + value + "\"";
  }

  /**
   * The figures as an object: shares from 0 to 1, null where there was nothing to measure.
   *
   * @param skipped how many lines could not be measured
   */
  Map<String, @Nullable Object> figures(@Nullable CpuTimes cpu, int skipped) {
    var all = evaluation.all();
    var figures = new LinkedHashMap<String, @Nullable Object>();
    figures.put("turns", evaluation.judgements().size());
    figures.put("skipped", skipped);
    figures.put("f1", rounded(all.f1()));
    figures.put("precision", rounded(all.precision()));
    figures.put("recall", rounded(all.recall()));
    figures.put("turnExact", rounded(evaluation.turnExact()));
    figures.put("multiFieldExact", rounded(evaluation.multiFieldExact()));
    figures.put("untouched", rounded(evaluation.untouched()));
    figures.put("wrongValueRate", rounded(all.wrongValueRate()));
    figures.put("actAccuracy", rounded(evaluation.actAccuracy()));
    figures.put("ece", rounded(Reliability.of(evaluation.values()).error()));
    figures.put("cpuMsP50", cpu == null ? null : rounded(cpu.percentile(0.5)));
    figures.put("cpuMsP99", cpu == null ? null : rounded(cpu.percentile(0.99)));
    var types = new LinkedHashMap<String, Map<String, @Nullable Object>>();
    evaluation
        .byType()
        .forEach((type, tally) -> {
          var figure = new LinkedHashMap<String, @Nullable Object>();
          figure.put("expected", tally.expected());
          figure.put("written", tally.written());
          figure.put("precision", rounded(tally.precision()));
          figure.put("recall", rounded(tally.recall()));
          figure.put("f1", rounded(tally.f1()));
          types.put(type, figure);
        });
    figures.put("types", types);
    return figures;
  }

  private static @Nullable Double rounded(@Nullable Double figure) {
    return figure == null ? null : Math.round(figure * 1e4) / 1e4;
  }
}
