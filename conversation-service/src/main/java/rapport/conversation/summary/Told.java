package rapport.conversation.summary;

import java.util.Set;

/**
 * A sentence with its values.
 *
 * @param paths the fields it quotes
 * @param sentences how many sentences it became
 * @param named whether the person has been named now
 * @param values how many values it quotes
 * @param looseness how loosely they sit in it, see {@link Form#looseness()}
 */
record Told(
    String text, Set<String> paths, int sentences, boolean named, int values, int looseness) {

  /** Whether words had to be quoted that fit no sentence. */
  boolean lastResort() {
    return looseness > 1;
  }

  /** The word it begins with. */
  String opening() {
    var space = text.indexOf(' ');
    return space < 0 ? text : text.substring(0, space);
  }
}
