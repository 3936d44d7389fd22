package rapport.conversation.value;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import rapport.conversation.value.Token.Kind;

/** Cuts a text into tokens in one pass. */
final class Tokenizer {

  /** Longer rows of digits are identifiers, never amounts. */
  private static final int MOST_DIGITS = 18;

  private static final char TATWEEL = '\u0640';

  private static final Set<String> CURRENCY_CODES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private final String text;
  private final Notation notation;
  private final Clitics clitics;
  private final List<Token> tokens = new ArrayList<>();

  private Tokenizer(String text, Notation notation, Clitics clitics) {
    this.text = text;
    this.notation = notation;
    this.clitics = clitics;
  }

  static List<Token> tokenize(String text, Notation notation, Clitics clitics) {
    var tokenizer = new Tokenizer(text, notation, clitics);
    var at = 0;
    while (at < text.length()) {
      at = tokenizer.next(at);
    }
    return Codes.mark(tokenizer.tokens);
  }

  private int next(int at) {
    var point = text.codePointAt(at);
    if (point == '\n') {
      return add(Kind.BREAK, at, at + 1);
    }
    if (Character.isLetter(point)) {
      return addWord(at, endOfWord(at));
    }
    if (Character.isDigit(point)) {
      var end = notation.end(text, at);
      return add(end - at > MOST_DIGITS ? Kind.CODE : Kind.NUMBER, at, end);
    }
    var end = at + Character.charCount(point);
    return invisible(point) ? end : add(Kind.SIGN, at, end);
  }

  private int add(Kind kind, int start, int end) {
    tokens.add(new Token(kind, plain(text.substring(start, end)), start, end));
    return end;
  }

  /** Adds a word, or the words that are written together as one. */
  private int addWord(int start, int end) {
    var parts = clitics.parts(plain(text.substring(start, end)));
    var from = start;
    for (var part : parts.subList(0, parts.size() - 1)) {
      var to = afterLetter(from, end);
      tokens.add(new Token(Kind.WORD, part, from, to));
      from = to;
    }
    tokens.add(new Token(Kind.WORD, parts.getLast(), from, end));
    return end;
  }

  /** The next letter after the one here, with the signs that belong to it. */
  private int afterLetter(int at, int end) {
    var next = at + 1;
    while (next < end - 1 && (mark(text.charAt(next)) || text.charAt(next) == TATWEEL)) {
      next++;
    }
    return next;
  }

  private int endOfWord(int start) {
    var arabic = ArabicLetters.arabic(text.codePointAt(start));
    var at = start;
    while (at < text.length()) {
      var point = text.codePointAt(at);
      // "و44" is a word and a number.
      if (arabic && Character.isDigit(point)) {
        return at;
      }
      if (Character.isDigit(point) && CURRENCY_CODES.contains(text.substring(start, at))) {
        return at;
      }
      var inside =
          Character.isLetterOrDigit(point)
              || point == '_'
              || mark(point)
              || (apostrophe(point) && letterAt(at + 1));
      if (!inside) {
        return at;
      }
      at += Character.charCount(point);
    }
    return at;
  }

  private boolean letterAt(int at) {
    return at < text.length() && Character.isLetter(text.codePointAt(at));
  }

  private static boolean apostrophe(int point) {
    return point == '\'' || point == '\u2019';
  }

  private static boolean mark(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
      default -> false;
    };
  }

  private static boolean invisible(int point) {
    return Character.isWhitespace(point)
        || Character.isSpaceChar(point)
        || Character.isISOControl(point)
        || Character.getType(point) == Character.FORMAT;
  }

  private static String plain(String raw) {
    var lower = raw.toLowerCase(Locale.ROOT);
    return switch (lower) {
      case "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212" -> "-";
      case "\u2018", "\u201b" -> "'";
      case "،" -> ",";
      case "؛" -> ";";
      case "؟" -> "?";
      case "٪" -> "%";
      default -> ArabicLetters.plain(lower.replace('\u2019', '\''));
    };
  }
}
