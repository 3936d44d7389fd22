package rapport.runtime.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Many words, looked for in a text in one go, whatever their case. At each letter the hash of the
 * few that follow says whether a word can begin there, so that a thousand words take no longer than
 * one.
 */
public final class Words {

  private static final int FACTOR = 31;

  private final int head;
  private final int highest;
  private final Map<Integer, List<String>> byHead = new HashMap<>();

  /**
   * @param head how many letters are hashed; shorter words are left out
   */
  public Words(Collection<String> words, int head) {
    this.head = head;
    var power = 1;
    for (int n = 1; n < head; n++) {
      power *= FACTOR;
    }
    this.highest = power;
    words.stream()
        .map(Words::folded)
        .filter(word -> word.length() >= head)
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .forEach(word ->
            byHead
                .computeIfAbsent(word.substring(0, head).hashCode(), _ -> new ArrayList<>())
                .add(word));
  }

  /** Is told of a word that stands somewhere, and says where to go on looking. */
  @FunctionalInterface
  public interface Found {
    /**
     * @param word as {@link #folded}
     * @return whether it counts: then nothing that overlaps it is looked for
     */
    boolean at(int from, int to, String word);
  }

  public boolean isEmpty() {
    return byHead.isEmpty();
  }

  /** Finds them in the order of the text, of those that begin at the same letter the longest. */
  public void in(String text, Found found) {
    if (isEmpty() || text.length() < head) {
      return;
    }
    var folded = folded(text);
    var hash = folded.substring(0, head).hashCode();
    var free = 0;
    for (int from = 0; ; from++) {
      if (from >= free) {
        for (var word : byHead.getOrDefault(hash, List.of())) {
          var to = from + word.length();
          if (folded.startsWith(word, from) && found.at(from, to, word)) {
            free = to;
            break;
          }
        }
      }
      if (from + head >= folded.length()) {
        return;
      }
      hash = (hash - folded.charAt(from) * highest) * FACTOR + folded.charAt(from + head);
    }
  }

  /** In one case, letter by letter, so that every letter stays in its place. */
  public static String folded(String text) {
    var letters = text.toCharArray();
    for (int n = 0; n < letters.length; n++) {
      letters[n] = Character.toLowerCase(Character.toUpperCase(letters[n]));
    }
    return new String(letters);
  }
}
