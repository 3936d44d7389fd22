package rapport.standalone.launcher;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code deploy/rapport} is asked for.
 *
 * @param command its first word
 * @param data {@code --data-dir}, {@code RAPPORT_DATA_DIR}: {@code data} in the project
 * @param word the second word, if there is one: a file, or the name of a projection
 * @param replace {@code --replace}: what is there may be lost
 * @param days {@code --days}: how far back to compare, 7
 */
record CommandLine(String command, Path data, @Nullable String word, boolean replace, int days) {

  private static final int MOST_DAYS = 36_500;

  /**
   * @throws UserError when a command is missing, an option unknown or its value cannot be
   */
  static CommandLine parse(List<String> arguments, Map<String, String> environment, Path home) {
    var rest = new ArrayDeque<>(arguments);
    var command = next(rest, "A command");
    var data = environment.get("RAPPORT_DATA_DIR");
    String second = null;
    var replace = false;
    var days = 7;
    while (!rest.isEmpty()) {
      var word = rest.pop();
      switch (word) {
        case "--data-dir" -> data = next(rest, word);
        case "--replace" -> replace = true;
        case "--days" -> days = days(next(rest, word));
        default -> {
          if (word.startsWith("--") || second != null) {
            throw new UserError("What is %s? See deploy/rapport --help.".formatted(word));
          }
          second = word;
        }
      }
    }
    var directory = data == null ? home.resolve("data") : Path.of(data).toAbsolutePath();
    return new CommandLine(command, directory, second, replace, days);
  }

  private static String next(ArrayDeque<String> rest, String what) {
    if (rest.isEmpty()) {
      throw new UserError(what + " is missing. See deploy/rapport --help.");
    }
    return rest.pop();
  }

  private static int days(String text) {
    try {
      var days = Integer.parseInt(text);
      if (days >= 1 && days <= MOST_DAYS) {
        return days;
      }
    } catch (NumberFormatException _) {
      // told below
    }
    throw new UserError("--days is from 1 to %d, not %s.".formatted(MOST_DAYS, text));
  }

  /** The file that the command needs. */
  Path required() {
    if (word == null) {
      throw new UserError("%s needs a file. See deploy/rapport --help.".formatted(command));
    }
    return Path.of(word).toAbsolutePath();
  }
}
