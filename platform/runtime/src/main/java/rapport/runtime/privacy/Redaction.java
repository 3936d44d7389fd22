package rapport.runtime.privacy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Takes every mention of a person out of a document's texts, however deep: their addresses,
 * telephone numbers and full names. A name of a single word is left, as others have it, too.
 */
final class Redaction {

  /** What stands where somebody was named. */
  static final String ERASED = "[erased]";

  private static final int SHORTEST = 6;

  private final Pattern mentions;

  private Redaction(Pattern mentions) {
    this.mentions = mentions;
  }

  /** The redaction for somebody; null when nothing says how they would be mentioned. */
  static @Nullable Redaction of(Subject subject) {
    var words = words(subject);
    return words.isEmpty() ? null : new Redaction(Pattern.compile(pattern(words), FLAGS));
  }

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /** How a document that mentions them can be found. */
  static String pattern(List<String> words) {
    return words.stream()
        .map(Pattern::quote)
        .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])"));
  }

  private static List<String> words(Subject subject) {
    return Stream.of(
            subject.emails().stream(),
            subject.phones().stream().filter(it -> it.length() >= SHORTEST),
            subject.names().stream().filter(it -> it.length() >= SHORTEST && it.contains(" ")))
        .flatMap(words -> words)
        .distinct()
        .toList();
  }

  /** Whether a text, as bytes in UTF-8, mentions them. */
  boolean isNeeded(byte[] text) {
    return mentions.matcher(new String(text, StandardCharsets.UTF_8)).find();
  }

  /** The text without mentions, as bytes in UTF-8; the same ones when there are none. */
  byte[] of(byte[] text) {
    var before = new String(text, StandardCharsets.UTF_8);
    return mentions.matcher(before).find()
        ? mentions.matcher(before).replaceAll(ERASED).getBytes(StandardCharsets.UTF_8)
        : text;
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
      case String text -> mentions.matcher(text).replaceAll(ERASED);
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
