package rapport.conversation.value;

import java.util.Collection;
import java.util.List;

/** Knows the short words of a language that are written together with the word after them. */
public interface Clitics {

  /** There are none: every word is one. */
  Clitics NONE =
      new Clitics() {
        @Override
        public List<String> parts(String word) {
          return List.of(word);
        }

        @Override
        public Clitics knowing(Collection<String> words) {
          return this;
        }
      };

  /**
   * The words that are written as one. All but the last take a letter each of what is written.
   *
   * @param word as {@link Token#lower()} has it
   * @return at least one word
   */
  List<String> parts(String word);

  /** The same, knowing more words. */
  Clitics knowing(Collection<String> words);
}
