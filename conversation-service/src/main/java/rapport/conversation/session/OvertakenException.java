package rapport.conversation.session;

/** Somebody else appended to the conversation first. */
final class OvertakenException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Conversation conversation;

  OvertakenException(Conversation conversation) {
    super("overtaken", null, false, false);
    this.conversation = conversation;
  }

  /** The conversation as it was before. */
  Conversation conversation() {
    return conversation;
  }
}
