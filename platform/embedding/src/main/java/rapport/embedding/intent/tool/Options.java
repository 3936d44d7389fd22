package rapport.embedding.intent.tool;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be measured.
 *
 * @param train what examples are drawn from
 * @param test the test texts, or the same file as {@code train}
 * @param perClass examples drawn for each label; fewer when there are not so many
 * @param seed of the first draw; the next ones have the next numbers
 * @param seeds how many draws
 * @param testPerClass test texts for each label at most
 * @param heldOut how many labels are not learnt, so that their test texts are out of scope
 */
record Options(
    Path train, Path test, int perClass, long seed, int seeds, int testPerClass, int heldOut) {

  static final String USAGE =
      "usage: intents TRAIN [TEST] [--per-class=10] [--seed=1] [--seeds=1] [--test-per-class=N]"
          + " [--hold-out=0]";

  /** Throws IllegalArgumentException for what it does not know. */
  static Options of(List<String> arguments) {
    var files = new ArrayList<Path>();
    var options = new Options(Path.of(""), Path.of(""), 10, 1, 1, Integer.MAX_VALUE, 0);
    for (var argument : arguments) {
      if (argument.startsWith("--")) {
        options = options.with(argument);
      } else {
        files.add(Path.of(argument));
      }
    }
    if (files.isEmpty() || files.size() > 2) {
      throw new IllegalArgumentException(USAGE);
    }
    if (options.perClass == 0 || options.seeds == 0) {
      throw new IllegalArgumentException("nothing to learn from, or nothing to do. " + USAGE);
    }
    return options.with(files.getFirst(), files.getLast());
  }

  private Options with(Path train, Path test) {
    return new Options(train, test, perClass, seed, seeds, testPerClass, heldOut);
  }

  private Options with(String argument) {
    var equals = argument.indexOf('=');
    var name = equals < 0 ? argument : argument.substring(0, equals);
    var number = number(argument, equals);
    return switch (name) {
      case "--per-class" -> new Options(train, test, number, seed, seeds, testPerClass, heldOut);
      case "--seed" -> new Options(train, test, perClass, number, seeds, testPerClass, heldOut);
      case "--seeds" -> new Options(train, test, perClass, seed, number, testPerClass, heldOut);
      case "--test-per-class" -> new Options(train, test, perClass, seed, seeds, number, heldOut);
      case "--hold-out" -> new Options(train, test, perClass, seed, seeds, testPerClass, number);
      default -> throw new IllegalArgumentException(argument + " is no option. " + USAGE);
    };
  }

  private static int number(String argument, int equals) {
    try {
      var number = Integer.parseInt(argument.substring(equals + 1));
      if (equals > 0 && number >= 0) {
        return number;
      }
    } catch (NumberFormatException refused) {
      throw new IllegalArgumentException(argument + " needs a number. " + USAGE, refused);
    }
    throw new IllegalArgumentException(argument + " needs a number. " + USAGE);
  }
}
