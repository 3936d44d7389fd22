package rapport.embedding;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The numbers a BERT model reads instead of text: words cut into the longest pieces its vocabulary
 * has. Never fails, whatever the text.
 */
final class WordPiece {

  private static final int LONGEST_WORD = 100;

  /** What nobody types: a text cut here has filled any number of tokens, or is blanks and noise. */
  private static final int CHARACTERS_PER_TOKEN = 64;

  private final Map<String, Integer> vocabulary;
  private final int limit;
  private final int start;
  private final int end;
  private final int unknown;

  /**
   * @param vocabulary pieces and their numbers; those inside a word begin with {@code ##}
   * @param limit how many numbers a text becomes at most, the two around it included
   */
  WordPiece(Map<String, Integer> vocabulary, int limit) {
    if (limit < 3) {
      throw new IllegalArgumentException("no room for text between two marks: " + limit);
    }
    this.vocabulary = vocabulary;
    this.limit = limit;
    this.start = required("[CLS]");
    this.end = required("[SEP]");
    this.unknown = required("[UNK]");
  }

  private int required(String piece) {
    var number = vocabulary.get(piece);
    if (number == null) {
      throw new IllegalArgumentException("the vocabulary lacks " + piece);
    }
    return number;
  }

  /** The text's numbers between those of start and end; what is too long is cut off. */
  long[] numbers(String text) {
    var numbers = new long[limit];
    numbers[0] = start;
    int filled = 1;
    for (var word : BasicTokens.of(head(text))) {
      var pieces = pieces(word);
      var fitting = Math.min(pieces.length, limit - 1 - filled);
      System.arraycopy(pieces, 0, numbers, filled, fitting);
      filled += fitting;
      if (filled == limit - 1) {
        break;
      }
    }
    numbers[filled] = end;
    return Arrays.copyOf(numbers, filled + 1);
  }

  private String head(String text) {
    return text.substring(0, Math.min(text.length(), limit * CHARACTERS_PER_TOKEN));
  }

  private long[] pieces(String word) {
    if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
      return new long[] {unknown};
    }
    var pieces = new long[word.length()];
    int count = 0;
    for (int from = 0; from < word.length(); count++) {
      var to = word.length();
      var number = piece(word, from, to);
      while (number == null && to > from + 1) {
        to--;
        number = piece(word, from, to);
      }
      if (number == null) {
        return new long[] {unknown};
      }
      pieces[count] = number;
      from = to;
    }
    return Arrays.copyOf(pieces, count);
  }

  private @Nullable Integer piece(String word, int from, int to) {
    var piece = word.substring(from, to);
    return vocabulary.get(from == 0 ? piece : "##" + piece);
  }
}
