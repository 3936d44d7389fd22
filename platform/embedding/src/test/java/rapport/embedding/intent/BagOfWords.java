package rapport.embedding.intent;

import java.util.Locale;
import rapport.embedding.Embedder;
import rapport.embedding.Vectors;

/** Texts mean alike when they share words: quick, and the same everywhere. */
public final class BagOfWords implements Embedder {

  private static final int DIMENSION = 512;

  @Override
  public float[] embed(String text) {
    var vector = new float[DIMENSION];
    for (var word : text.toLowerCase(Locale.ROOT).split("\\W+", -1)) {
      vector[Math.floorMod(word.hashCode(), DIMENSION)] += 1;
    }
    return Vectors.unit(vector);
  }
}
