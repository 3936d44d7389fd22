package rapport.conversation.flow.yaml;

import rapport.conversation.flow.Condition;
import rapport.conversation.flow.ConditionParser;

/** Reads {@code when}. */
final class Guards {

  private Guards() {}

  /** The guard of a mapping; one that always holds when there is none, or none that can be read. */
  static Condition read(Keys keys, Problems problems) {
    var text = keys.text("when");
    if (text == null) {
      return Condition.always();
    }
    try {
      return ConditionParser.parse(text);
    } catch (IllegalArgumentException wrong) {
      problems.add(
          keys.line("when"),
          String.valueOf(wrong.getMessage()),
          "write it like: type == 'Custom' && !closed(job_title)");
      return Condition.always();
    }
  }
}
