package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.List;
import rapport.conversation.value.Tokens;

/**
 * Reads the phrase notation of the language files: {@code (skip|pass on) (it|this|)} stands for six
 * rows of words.
 */
final class Pattern {

  /** Stands for the name of a field in a phrase. */
  static final String FIELD = "{field}";

  /** Stands for the name of a language, in phrases where no field can be meant. */
  private static final String LANGUAGE = "{language}";

  private final String source;
  private int at;

  private Pattern(String source) {
    this.source = source;
  }

  /** All rows of words the pattern stands for. */
  static List<List<String>> expand(String source) {
    var rows = new Pattern(source.replace(LANGUAGE, FIELD)).alternatives();
    return rows.stream().filter(row -> !row.isEmpty()).distinct().toList();
  }

  private List<List<String>> alternatives() {
    var all = new ArrayList<List<String>>();
    all.addAll(sequence());
    while (at < source.length() && source.charAt(at) == '|') {
      at++;
      all.addAll(sequence());
    }
    return all;
  }

  private List<List<String>> sequence() {
    List<List<String>> rows = List.of(List.of());
    while (at < source.length() && source.charAt(at) != '|' && source.charAt(at) != ')') {
      if (source.charAt(at) == '(') {
        at++;
        rows = product(rows, alternatives());
        if (at >= source.length()) {
          throw new IllegalArgumentException("a ) is missing in the phrase \"" + source + "\"");
        }
        at++;
      } else {
        rows = product(rows, List.of(words()));
      }
    }
    return rows;
  }

  private List<String> words() {
    var start = at;
    while (at < source.length() && "()|".indexOf(source.charAt(at)) < 0) {
      at++;
    }
    var plain = source.substring(start, at);
    var field = plain.indexOf(FIELD);
    if (field < 0) {
      return tokens(plain);
    }
    var words = new ArrayList<>(tokens(plain.substring(0, field)));
    words.add(FIELD);
    words.addAll(tokens(plain.substring(field + FIELD.length())));
    return words;
  }

  /** The tokens of plain words, cut as messages are. */
  static List<String> tokens(String words) {
    var tokens = Tokens.of(words);
    var lower = new ArrayList<String>();
    for (var i = 0; i < tokens.size(); i++) {
      lower.add(tokens.get(i).lower());
    }
    return lower;
  }

  private static List<List<String>> product(List<List<String>> heads, List<List<String>> tails) {
    var rows = new ArrayList<List<String>>();
    for (var head : heads) {
      for (var tail : tails) {
        var row = new ArrayList<>(head);
        row.addAll(tail);
        rows.add(row);
      }
    }
    return rows;
  }
}
