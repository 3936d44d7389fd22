package rapport.conversation.value;

import java.util.List;

/**
 * A text, read once for all finders.
 *
 * @param tokens its tokens
 * @param amounts its numbers and ranges, in order, none overlapping
 * @param wording the language they were read in
 */
public record Passage(Tokens tokens, List<Amount> amounts, Wording wording) {

  public Passage {
    amounts = List.copyOf(amounts);
  }

  public static Passage of(String text, Wording wording) {
    var tokens = Tokens.of(text, wording);
    return new Passage(tokens, new Amounts(wording).in(tokens), wording);
  }

  int start(int token) {
    return tokens.get(token).start();
  }

  /** Where the token before {@code token} ends. */
  int end(int token) {
    return tokens.get(token - 1).end();
  }
}
