package rapport.conversation.session;

import java.util.regex.Pattern;

/** The ids of inputs that nobody sends: the service makes them itself. */
public final class OwnIds {

  /** Of the input every conversation begins with. */
  public static final String START = "start";

  private static final Pattern OWN =
      Pattern.compile("start|(?:reply|assess|migrate|undo|snapshot):.*");

  private OwnIds() {}

  /** Whether a client may not use it for an input of its own. */
  public static boolean contain(String id) {
    return OWN.matcher(id).matches();
  }

  /** Of the answer to a message, where it is a commit of its own. */
  static String reply(String messageId) {
    return "reply:" + messageId;
  }

  /** Of what others made of a message as it was at a revision. */
  static String assess(String messageId, long rev) {
    return "assess:" + messageId + ":" + rev;
  }

  /** Of going over to another version of the flow. */
  static String migrate(int version) {
    return "migrate:" + version;
  }

  /** Of taking a message back, which is done once. */
  public static String undo(String messageId) {
    return "undo:" + messageId;
  }

  /** Of what continues a snapshot, which is done once. */
  public static String snapshot(long seq) {
    return "snapshot:" + seq;
  }
}
