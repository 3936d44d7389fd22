package rapport.profile.store;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import rapport.profile.record.ConversationRecord;

/** Words as they are compared: without regard to case and accents. */
final class SearchWords {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private SearchWords() {}

  /** Everything of a record that can be searched for: all its values. */
  static String of(ConversationRecord record) {
    return record.fields().shown().values().stream()
        .map(held -> plain(held.value().display()))
        .collect(Collectors.joining("\n"));
  }

  /** The words a query asks for, each of which must occur. */
  static List<String> in(String query) {
    return Arrays.stream(plain(query).split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }

  static String plain(String text) {
    var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
