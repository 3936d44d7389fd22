package rapport.embedding.intent;

import java.util.Arrays;
import java.util.List;
import rapport.embedding.Embedder;
import rapport.embedding.Vectors;

/** How alike a text is to each of the examples, from 0 to 1: what it means, and a little how. */
final class Likeness {

  /** The greater, the less an example says about texts that mean something else. */
  private static final double SHARPNESS = 8;

  private static final double WORDING = .1;

  private final Embedder embedder;
  private final List<String> texts;
  private final List<float[]> vectors;
  private final WordGrams grams;

  Likeness(Embedder embedder, List<String> texts) {
    this.embedder = embedder;
    this.texts = List.copyOf(texts);
    this.vectors = texts.stream().map(embedder::embed).toList();
    this.grams = new WordGrams(texts);
  }

  double[] to(String text) {
    return to(embedder.embed(text), text);
  }

  SymmetricMatrix amongThemselves() {
    var rows = new double[texts.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Arrays.copyOf(to(vectors.get(i), texts.get(i)), i + 1);
    }
    return new SymmetricMatrix(rows);
  }

  private double[] to(float[] vector, String text) {
    var likeness = grams.likeness(text);
    for (int i = 0; i < likeness.length; i++) {
      var meaning = Math.exp(SHARPNESS * (Vectors.dot(vector, vectors.get(i)) - 1));
      likeness[i] = WORDING * likeness[i] + (1 - WORDING) * meaning;
    }
    return likeness;
  }
}
