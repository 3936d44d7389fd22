package rapport.conversation.flow.yaml;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Whether a message pattern can be formatted. */
final class Patterns {

  private Patterns() {}

  /**
   * Reports a pattern that is no ICU message or uses arguments it will not be given.
   *
   * @param owner whose pattern it is, for the messages
   */
  static void check(
      String pattern,
      ULocale locale,
      Collection<String> arguments,
      String owner,
      int line,
      Problems problems) {
    Set<String> used;
    try {
      used = new TreeSet<>(new MessageFormat(pattern, locale).getArgumentNames());
    } catch (IllegalArgumentException invalid) {
      problems.add(
          line,
          owner + " is no valid pattern: " + invalid.getMessage(),
          "mind braces and plural forms; every plural and select needs other {...}");
      return;
    }
    used.removeAll(arguments);
    if (!used.isEmpty()) {
      problems.add(
          line,
          owner + " uses unknown {" + String.join("}, {", used) + "}",
          arguments.isEmpty()
              ? "it cannot use any"
              : "it can use {" + String.join("}, {", new TreeSet<>(arguments)) + "}");
    }
  }
}
