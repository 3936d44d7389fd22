package rapport.embedding.intent;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import rapport.embedding.Embedder;

/**
 * Tells which label a text has, from about ten examples of each: regularised least squares over how
 * alike texts are. The same examples in the same order give the same classifier; it never changes,
 * and many threads may use it.
 */
public final class IntentClassifier {

  /** How many examples it learns from at most; what learning takes grows with the cube of it. */
  public static final int MOST_EXAMPLES = 4_000;

  private static final double DOUBT = .2;

  private final List<String> labels;
  private final Likeness likeness;
  private final LeastSquares fitted;
  private final Calibration calibration;

  private IntentClassifier(
      List<String> labels, Likeness likeness, LeastSquares fitted, Calibration calibration) {
    this.labels = labels;
    this.likeness = likeness;
    this.fitted = fitted;
    this.calibration = calibration;
  }

  /**
   * Learns. With a hundred examples that takes as long as embedding them, with 1,500 some seconds
   * more.
   *
   * @param embedder gives the meaning of the examples now and of texts later
   * @throws IllegalArgumentException for no example at all, or more than {@link #MOST_EXAMPLES}
   */
  public static IntentClassifier train(Embedder embedder, List<Example> examples) {
    if (examples.isEmpty() || examples.size() > MOST_EXAMPLES) {
      throw new IllegalArgumentException(
          "between 1 and " + MOST_EXAMPLES + " examples are needed, not " + examples.size());
    }
    var texts = examples.stream().map(Example::text).toList();
    var labels = examples.stream().map(Example::label).distinct().sorted().toList();
    var has = examples.stream().mapToInt(example -> labels.indexOf(example.label())).toArray();
    var likeness = new Likeness(embedder, texts);
    var fitted = LeastSquares.fit(likeness.amongThemselves(), has, labels.size(), DOUBT);
    return new IntentClassifier(labels, likeness, fitted, calibration(fitted.leftOut(), has));
  }

  /** The only example of a label, left out, says nothing about how well the label is told. */
  private static Calibration calibration(double[][] leftOut, int[] has) {
    var inCompany =
        IntStream.range(0, has.length)
            .filter(one -> IntStream.of(has).filter(label -> label == has[one]).count() > 1)
            .toArray();
    return Calibration.learn(
        IntStream.of(inCompany).mapToObj(one -> leftOut[one]).toArray(double[][]::new),
        IntStream.of(inCompany).map(one -> has[one]).toArray());
  }

  /** Any text, also an empty one. */
  public Classification classify(String text) {
    var scores = fitted.scores(likeness.to(text));
    var confidences = calibration.confidences(scores);
    var ranked =
        IntStream.range(0, confidences.length)
            .mapToObj(label -> new Ranked(labels.get(label), confidences[label]))
            .sorted(Comparator.comparingDouble(Ranked::confidence).reversed())
            .toList();
    return new Classification(ranked, calibration.inScope(scores));
  }
}
