package rapport.runtime.privacy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Takes every mention of people out of a document's texts, however deep: their addresses, telephone
 * numbers and full names. A name of a single word is left, as others have it, too.
 */
public final class Redaction {

  /** What stands where somebody was named. */
  static final String ERASED = "[erased]";

  private static final int SHORTEST = 6;
  private static final String SHORT_ESCAPES = "bfnrt";
  private static final int HEX_DIGITS = 4;

  private final Words words;
  private final Map<String, BitSet> whose;

  private Redaction(Words words, Map<String, BitSet> whose) {
    this.words = words;
    this.whose = whose;
  }

  /** The redaction for these people; null when nothing says how they would be mentioned. */
  public static @Nullable Redaction of(List<Subject> people) {
    var whose = new HashMap<String, BitSet>();
    for (int n = 0; n < people.size(); n++) {
      var one = n;
      words(people.get(n))
          .forEach(word -> whose.computeIfAbsent(Words.folded(word), _ -> new BitSet()).set(one));
    }
    var words = new Words(whose.keySet(), SHORTEST);
    return words.isEmpty() ? null : new Redaction(words, whose);
  }

  private static Stream<String> words(Subject subject) {
    return Stream.of(
            subject.emails().stream(),
            subject.phones().stream(),
            subject.names().stream().filter(it -> it.contains(" ")))
        .flatMap(words -> words)
        .flatMap(word -> Stream.of(word, inJson(word)).distinct());
  }

  private static String inJson(String word) {
    return word.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /** Is told where somebody is mentioned. */
  @FunctionalInterface
  private interface Mention {
    void at(int from, int to, String word);
  }

  private void mentions(String text, Mention mention) {
    words.in(
        text,
        (from, to, word) -> {
          var isWhole =
              (isNoLetter(text, from - 1) || endsEscape(text, from - 1)) && isNoLetter(text, to);
          if (isWhole) {
            mention.at(from, to, word);
          }
          return isWhole;
        });
  }

  private static boolean isNoLetter(String text, int at) {
    return at < 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
  }

  /** In a text that was written as JSON, the n of a line break is no letter. */
  private static boolean endsEscape(String text, int at) {
    return (SHORT_ESCAPES.indexOf(text.charAt(at)) >= 0 && isEscaped(text, at))
        || (at >= HEX_DIGITS
            && text.charAt(at - HEX_DIGITS) == 'u'
            && isEscaped(text, at - HEX_DIGITS));
  }

  private static boolean isEscaped(String text, int at) {
    var first = at;
    while (first > 0 && text.charAt(first - 1) == '\\') {
      first--;
    }
    return (at - first) % 2 == 1;
  }

  /** Who is mentioned in a text in UTF-8, by their numbers. */
  BitSet mentioned(byte[] text) {
    var all = new BitSet();
    mentioned(new String(text, StandardCharsets.UTF_8), all);
    return all;
  }

  /** Who is mentioned in a document, by their numbers in the list. */
  public IntStream mentioned(Document document) {
    var all = new BitSet();
    document.forEach((field, value) -> {
      if (!field.equals("_id")) {
        mentioned(value, all);
      }
    });
    return all.stream();
  }

  private void mentioned(@Nullable Object value, BitSet all) {
    switch (value) {
      case String text ->
          mentions(text, (_, _, word) -> all.or(whose.getOrDefault(word, new BitSet())));
      case Document nested -> nested.values().forEach(each -> mentioned(each, all));
      case List<?> several -> several.forEach(each -> mentioned(each, all));
      case null, default -> {}
    }
  }

  /** The text without mentions, as bytes in UTF-8; the same ones when there are none. */
  byte[] of(byte[] text) {
    var before = new String(text, StandardCharsets.UTF_8);
    var after = of(before);
    return after.equals(before) ? text : after.getBytes(StandardCharsets.UTF_8);
  }

  /** The text without mentions; an equal one when there are none. */
  public String of(String text) {
    var without = new StringBuilder();
    var done = new int[1];
    mentions(
        text,
        (from, to, _) -> {
          without.append(text, done[0], from).append(ERASED);
          done[0] = to;
        });
    return done[0] == 0 ? text : without.append(text, done[0], text.length()).toString();
  }

  /** The document without mentions; an equal one when there are none. */
  Document of(Document document) {
    var after = new Document();
    document.forEach(
        (field, value) -> after.append(field, field.equals("_id") ? value : of(value)));
    return after;
  }

  private @Nullable Object of(@Nullable Object value) {
    return switch (value) {
      case String text -> of(text);
      case Document nested -> of(nested);
      case List<?> several -> {
        var after = new ArrayList<@Nullable Object>();
        several.forEach(each -> after.add(of(each)));
        yield after;
      }
      case null, default -> value;
    };
  }
}
