package rapport.conversation.understanding.model;

import rapport.conversation.dialogue.Act;

/** What was understood without a model, as far as it stands beside what a model says. */
final class Own {

  /** From here on the words themselves say it: a typed value, an option, a field named. */
  private static final double SURE = 0.92;

  private Own() {}

  /** Whether it gives a field a value. */
  static boolean value(Act act) {
    return act instanceof Act.Fill || act instanceof Act.Correct;
  }

  /**
   * Whether no opinion changes it: commands, corrections, values that the words themselves give.
   */
  static boolean sure(Act act) {
    return switch (act) {
      case Act.Fill fill -> fill.confidence() >= SURE;
      case Act.Misfit _, Act.NotUnderstood _ -> false;
      default -> true;
    };
  }

  /** The field it gives a value, or tries to; empty when it is about none. */
  static String path(Act act) {
    return switch (act) {
      case Act.Fill fill -> fill.path();
      case Act.Correct correct -> correct.path();
      case Act.Misfit misfit -> misfit.path();
      default -> "";
    };
  }

  /** The words of a value; empty for everything else. */
  static String quote(Act act) {
    return switch (act) {
      case Act.Fill fill -> fill.quote();
      case Act.Correct correct -> correct.quote();
      case Act.Unsure unsure -> unsure.quote();
      case Act.Misfit misfit -> misfit.said();
      default -> "";
    };
  }
}
