package rapport.conversation.summary;

import java.util.regex.Pattern;

/** Shortens words where a clause ends, and only there if there is such a place. */
final class Shortening {

  private static final Pattern CLAUSE = Pattern.compile("\\s*[;:,.]\\s|\\s+[–—-]\\s|\\s\\(");
  private static final int SHORTEST = 20;

  private final Words words;

  Shortening(Words words) {
    this.words = words;
  }

  /** The text, or as much of it as fits into so many characters without a cut in a clause. */
  String shorten(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    var clauses = CLAUSE.matcher(text);
    var end = 0;
    while (clauses.find() && clauses.start() <= longest) {
      if (clauses.start() >= SHORTEST && !turnsAround(text.substring(clauses.end()))) {
        end = clauses.start();
      }
    }
    return end > 0 ? text.substring(0, end) : betweenWords(text, longest);
  }

  /** Without "but not in winter", what comes before it would be false. */
  private boolean turnsAround(String following) {
    return words.in(WordList.CONDITIONS, words.tokens(following).word(0));
  }

  private String betweenWords(String text, int longest) {
    var tokens = words.tokens(text);
    var end = 0;
    var start = 0;
    for (var i = 1; tokens.has(i) && tokens.at(i - 1).end() <= longest; i++) {
      var word = tokens.word(i);
      if (words.in(WordList.PREPOSITIONS, word) || words.in(WordList.JOINERS, word)) {
        start = tokens.at(i - 1).end();
      }
      end = tokens.at(i - 1).end();
    }
    return text.substring(0, start >= SHORTEST ? start : end);
  }
}
