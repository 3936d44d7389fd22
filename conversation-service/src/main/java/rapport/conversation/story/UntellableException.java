package rapport.conversation.story;

/** Something happened in a conversation that a story has no words for. */
final class UntellableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * @param kind what the log calls the input
   */
  UntellableException(String kind) {
    super("a story has no words for an input of kind " + kind, null, false, false);
  }
}
