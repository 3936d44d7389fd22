package rapport.embedding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Answers from memory for a text it was asked before; keeps a bounded number of short texts. */
public final class RememberingEmbedder implements Embedder {

  private static final int SHORT = 200;

  private final Embedder embedder;
  private final Cache<String, float[]> remembered;

  /**
   * @param embedder who is asked when the text is new, on the thread that asks
   * @param texts how many texts are kept at most, the least used go first; each costs about 2 KB
   */
  public RememberingEmbedder(Embedder embedder, int texts) {
    this.embedder = embedder;
    this.remembered = Caffeine.newBuilder().maximumSize(texts).executor(Runnable::run).build();
  }

  @Override
  public float[] embed(String text) {
    if (text.length() > SHORT) {
      return embedder.embed(text);
    }
    return remembered.get(text, embedder::embed).clone();
  }
}
