package rapport.embedding.intent.tool;

import rapport.embedding.intent.Classification;

/** What a test text is, and what it was told to be. */
record Told(String label, Classification classification) {

  boolean isRight() {
    return said().equals(label);
  }

  String said() {
    return classification.best().label();
  }
}
