package rapport.conversation.value;

import java.util.List;
import rapport.conversation.value.Token.Kind;

/** A text and its tokens. Reading past either end finds an empty token of kind BREAK. */
public final class Tokens {

  private final String text;
  private final List<Token> tokens;
  private final Token before = new Token(Kind.BREAK, "", 0, 0);
  private final Token after;

  private Tokens(String text, List<Token> tokens) {
    this.text = text;
    this.tokens = List.copyOf(tokens);
    this.after = new Token(Kind.BREAK, "", text.length(), text.length());
  }

  public static Tokens of(String text) {
    return new Tokens(text, Tokenizer.tokenize(text, Notation.POINT, Clitics.NONE));
  }

  /** The tokens of a text in a language: its numbers, and the words it writes together. */
  public static Tokens of(String text, Wording wording) {
    return new Tokens(text, Tokenizer.tokenize(text, wording.notation(), wording.clitics()));
  }

  public String text() {
    return text;
  }

  public int size() {
    return tokens.size();
  }

  public Token get(int at) {
    return at < 0 ? before : at >= tokens.size() ? after : tokens.get(at);
  }

  public boolean is(int at, String lower) {
    return get(at).is(lower);
  }

  /** Whether no white space stands between this token and the one before it. */
  public boolean touchesPrevious(int at) {
    return at > 0 && at < tokens.size() && get(at - 1).end() == get(at).start();
  }

  /** How many tokens from here spell one of the phrases, the longest first; 0 when none does. */
  public int phrase(int at, Iterable<List<String>> phrases) {
    var longest = 0;
    for (var phrase : phrases) {
      if (phrase.size() > longest && spells(at, phrase)) {
        longest = phrase.size();
      }
    }
    return longest;
  }

  private boolean spells(int at, List<String> phrase) {
    for (var i = 0; i < phrase.size(); i++) {
      if (!is(at + i, phrase.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The words of the tokens from {@code from} to before {@code to}, as they stand in the text. */
  public String slice(int from, int to) {
    return from >= to ? "" : text.substring(get(from).start(), get(to - 1).end());
  }
}
