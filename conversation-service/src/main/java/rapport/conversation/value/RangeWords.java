package rapport.conversation.value;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a language says ranges and limits.
 *
 * @param joints words and signs between the ends of a range
 * @param ors those of them that may as well stand between two choices
 * @param openers words before a range, with the word between its ends: "between" and "and"
 * @param atLeast phrases before a lower limit
 * @param orMore phrases after a lower limit
 * @param below phrases before an upper limit that is not reached
 * @param somewhat phrases after a multiple of ten that make it any number up to the next
 * @param verbs words that the first word of a limit belongs to: "turn over"
 * @param upTo phrases between the ends of a range
 * @param extras what is told beside a sum: the "bonus" of "85k plus bonus"
 */
public record RangeWords(
    Set<String> joints,
    Set<String> ors,
    Map<String, String> openers,
    List<List<String>> atLeast,
    List<List<String>> orMore,
    List<List<String>> below,
    List<List<String>> somewhat,
    Set<String> verbs,
    List<List<String>> upTo,
    Set<String> extras) {

  /** For a language that has none of the last four. */
  public RangeWords(
      Set<String> joints,
      Set<String> ors,
      Map<String, String> openers,
      List<List<String>> atLeast,
      List<List<String>> orMore,
      List<List<String>> below) {
    this(joints, ors, openers, atLeast, orMore, below, List.of(), Set.of(), List.of(), Set.of());
  }
}
