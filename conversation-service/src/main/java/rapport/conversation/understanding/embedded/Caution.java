package rapport.conversation.understanding.embedded;

import java.util.stream.IntStream;
import rapport.conversation.understanding.embedded.Phrases.Names;
import rapport.conversation.value.Tokens;

/** What must not be taken for an answer, whoever else reads a message. */
public final class Caution {

  /** How far before a value a "not" still speaks of it. */
  private static final int NEAR = 3;

  private final Languages languages;

  Caution(Languages languages) {
    this.languages = languages;
  }

  /** Whether a message wants something of the machine that reads it. */
  public boolean forTheMachine(String text, String locale) {
    var language = languages.of(locale);
    var tokens = Tokens.of(text, language.wording());
    return IntStream.range(0, tokens.size())
        .anyMatch(at -> language.length("asides", tokens, at, tokens.size()) > 0);
  }

  /**
   * Whether what begins at a character is said not to hold: the 42 of "45, not 42".
   *
   * @param start the first character of a word of the text
   */
  public boolean denied(String text, int start, String locale) {
    var language = languages.of(locale);
    var tokens = Tokens.of(text, language.wording());
    var value = 0;
    while (value < tokens.size() && tokens.get(value).start() < start) {
      value++;
    }
    for (var from = value - 1; from >= Math.max(0, value - NEAR); from--) {
      if (!tokens.get(from).word()) {
        return false;
      }
      var before = new Span(from, Math.min(value, from + 1));
      if (language.list("negations").whole(tokens, before, Names.NONE) != null
          || language.list("instead_of").length(tokens, from, value) > 0) {
        return true;
      }
    }
    return false;
  }
}
