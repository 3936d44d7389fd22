package rapport.conversation.summary;

import java.util.List;
import java.util.regex.Pattern;

/** Puts the outside of people's words in order: spaces, punctuation, shouting, known names. */
final class Cleaning {

  private static final Pattern SHOUTED = Pattern.compile("(?s)(?=.*\\p{Lu}{5})[^\\p{Ll}]{9,}");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?]+\\s+(?=[\\p{Lu}\\p{N}])");
  private static final Pattern LAST_WORD = Pattern.compile("(?s).*?([\\p{L}.]+)$");

  private static final Pattern BRACKETS = Pattern.compile("\\s*[()]\\s*");

  private static final int LONGEST = 1000;
  private static final Pattern AROUND =
      Pattern.compile("^[\\s.,;:!?•·–—،؛؟-]+|[\\s.,;:!?–—،؛؟-]+$");

  /** Words with nothing between them that would have to be put in order. */
  private static final Pattern ORDERLY =
      Pattern.compile(
          "WORD(?:,? WORD)*+".replace("WORD", "[\\p{L}\\p{N}]++(?:['’-][\\p{L}\\p{N}]++)*+"));

  private record Mend(Pattern what, String by) {
    static Mend of(String what, String by) {
      return new Mend(Pattern.compile(what), by);
    }
  }

  private static final List<Mend> MENDS =
      List.of(
          Mend.of("</?\\p{L}[^<>]*>", " "),
          Mend.of("\\s*[\\r\\n]+\\s*(?:[-*•·]+\\s*|\\d+[.)]\\s+)?", ", "),
          Mend.of("[{}\\[\\]<>\\p{Cntrl}\\p{Cf}\\p{Cs}|*_`#\\\\\"“”„]+", " "),
          Mend.of("\\s+", " "),
          Mend.of("\\s+([,;:.!?،؛؟])", "$1"),
          Mend.of("\\.{2,}|…", ","),
          Mend.of("([!?])[!?.]*", "$1"),
          Mend.of("[,;:.](?:\\s*[,;:])+", ","),
          Mend.of("([,;])(?=\\p{L})", "$1 "));

  private final Words words;
  private final PhraseSet proper;

  Cleaning(Words words) {
    this.words = words;
    this.proper = new PhraseSet(words.proper().keySet());
  }

  /** The text in one line, without anything around it; empty when nothing is left. */
  String clean(String raw) {
    return spelled(calm(inOneLine(raw)));
  }

  /** The same without a language: nothing is spelled in another way. */
  static String inOneLine(String raw) {
    var text = raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw;
    if (ORDERLY.matcher(text).matches()) {
      return text;
    }
    for (var mend : MENDS) {
      text = mend.what().matcher(text).replaceAll(mend.by());
    }
    return unbracketed(stripped(text));
  }

  private static String stripped(String text) {
    return AROUND.matcher(text).replaceAll("");
  }

  private static String unbracketed(String text) {
    var balanced =
        text.chars().filter(c -> c == '(').count() == text.chars().filter(c -> c == ')').count();
    return balanced ? text : stripped(BRACKETS.matcher(text).replaceAll(" "));
  }

  private String calm(String text) {
    if (!SHOUTED.matcher(text).matches()) {
      return text;
    }
    var calm = new StringBuilder(text.toLowerCase(words.locale()));
    words.tokens(text).all().stream()
        .filter(token -> words.in(WordList.ACRONYMS, token.word()))
        .forEach(token -> calm.replace(token.start(), token.end(), token.written()));
    return calm.toString();
  }

  private String spelled(String text) {
    var tokens = words.tokens(text);
    var spelled = new StringBuilder(text);
    for (var i = tokens.size() - 1; i >= 0; i--) {
      var length = tokens.match(i, proper);
      if (length > 0) {
        var start = tokens.at(i).start();
        var end = tokens.at(i + length - 1).end();
        var written = text.substring(start, end);
        if (written.equals(written.toLowerCase(words.locale()))) {
          spelled.replace(start, end, words.proper().getOrDefault(written, written));
        }
      }
    }
    return spelled.toString();
  }

  /** Where the first sentence of a text ends, and the rest begins; the length when it is one. */
  int firstSentence(String text) {
    var ends = SENTENCE_END.matcher(text);
    while (ends.find()) {
      var before = LAST_WORD.matcher(text.substring(0, ends.start()));
      var last = before.matches() ? before.group(1).toLowerCase(words.locale()) : "";
      if (last.length() > 1 && !words.in(WordList.ABBREVIATIONS, last)) {
        return ends.start();
      }
    }
    return text.length();
  }

  /** What follows the first sentence, cleaned; empty when nothing does. */
  String afterFirst(String text) {
    return stripped(text.substring(firstSentence(text)));
  }
}
