package rapport.conversation.understanding.embedded;

/**
 * A row of tokens.
 *
 * @param from first token
 * @param to first token after it
 */
record Span(int from, int to) {

  boolean empty() {
    return from >= to;
  }

  int size() {
    return Math.max(0, to - from);
  }

  boolean contains(int token) {
    return from <= token && token < to;
  }

  boolean contains(Span other) {
    return from <= other.from && other.to <= to;
  }

  boolean overlaps(Span other) {
    return from < other.to && other.from < to;
  }
}
