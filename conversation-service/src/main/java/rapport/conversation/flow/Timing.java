package rapport.conversation.flow;

/**
 * When a field is asked and heard.
 *
 * @param askWhen holds while it may be asked; as soon as it does, the field is the next to be asked
 * @param once asked once at most of the flow's own accord, answered or not
 * @param anyTime heard whenever it is said, also while its phase is not on
 */
public record Timing(Condition askWhen, boolean once, boolean anyTime) {

  /** Asked in its turn, until it is answered or passed over. */
  public static final Timing IN_TURN = new Timing(Condition.always(), false, false);

  /** Whether the field waits for a moment of its own. */
  public boolean waits() {
    return !askWhen.equals(Condition.always());
  }
}
