package rapport.conversation.summary;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Words, and phrases of up to four words, in lower case; quick to look up in a text. */
public final class PhraseSet {

  static final PhraseSet EMPTY = new PhraseSet(Set.of());
  private static final int MOST_WORDS = 4;

  private final Set<String> phrases;
  private final Map<String, Integer> longestByFirst = new HashMap<>();

  public PhraseSet(Set<String> phrases) {
    this.phrases = Set.copyOf(phrases);
    for (var phrase : phrases) {
      var words = phrase.split(" ", -1);
      longestByFirst.merge(words[0], Math.min(words.length, MOST_WORDS), Math::max);
    }
  }

  /** All of them. */
  public Set<String> all() {
    return phrases;
  }

  boolean contains(String phrase) {
    return phrases.contains(phrase);
  }

  /** How many words the longest phrase has that begins with this word; or 0. */
  int longest(String first) {
    return longestByFirst.getOrDefault(first, 0);
  }
}
