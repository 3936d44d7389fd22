package rapport.embedding;

/** Turns text into a vector; texts that mean alike lie close together. Safe for many threads. */
public interface Embedder {

  /**
   * Any text, also an empty one.
   *
   * @return a vector of length 1, always of the same dimension; it is the caller's own
   */
  float[] embed(String text);
}
