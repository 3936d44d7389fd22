package rapport.conversation.flow.yaml;

import rapport.conversation.flow.Condition;
import rapport.conversation.flow.ConditionParser;

/** Reads guards, such as {@code when}. */
final class Guards {

  private Guards() {}

  /** The guard under {@code when}. */
  static Condition read(Keys keys, Problems problems) {
    return read(keys, "when", problems);
  }

  /** The guard under a key; one that always holds when there is none, or none that can be read. */
  static Condition read(Keys keys, String key, Problems problems) {
    var text = keys.text(key);
    if (text == null) {
      return Condition.always();
    }
    try {
      return ConditionParser.parse(text);
    } catch (IllegalArgumentException wrong) {
      problems.add(
          keys.line(key),
          String.valueOf(wrong.getMessage()),
          "write it like: type == 'Custom' && !closed(job_title)");
      return Condition.always();
    }
  }
}
