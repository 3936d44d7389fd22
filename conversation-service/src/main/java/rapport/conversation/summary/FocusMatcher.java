package rapport.conversation.summary;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import rapport.conversation.flow.FlowTexts;
import rapport.conversation.summary.SummaryTexts.Focus;

/** Finds what people mean by the words in which they choose a focus. */
final class FocusMatcher {

  private static final int SHORTEST = 4;

  private final Locale locale;
  private final Map<String, Called> focuses = new HashMap<>();
  private final Map<String, Called> fields = new HashMap<>();

  /**
   * What something is called, in stems.
   *
   * @param paths the fields that are meant
   */
  private record Called(String label, List<String> others, Set<String> paths) {}

  FocusMatcher(Map<String, Focus> focuses, FlowTexts texts) {
    this.locale = Locale.forLanguageTag(texts.locale());
    focuses.forEach(
        (name, focus) -> this.focuses.put(name, called(name, focus.words(), focus.paths())));
    texts
        .fields()
        .forEach(
            (path, field) -> fields.put(path, called(field.label(), field.cues(), Set.of(path))));
  }

  private Called called(String label, List<String> others, Set<String> paths) {
    return new Called(stems(label), others.stream().map(this::stems).toList(), paths);
  }

  /** Words that match nothing are left out. */
  Wish match(List<String> chosen, Set<String> known) {
    var names = new HashSet<String>();
    var paths = new HashSet<String>();
    for (var words : chosen) {
      var focus = stems(words);
      focuses.forEach((name, called) -> {
        if (means(focus, called)) {
          names.add(name);
          paths.addAll(called.paths());
        }
      });
      known.forEach(path -> {
        var called = fields.get(path);
        if (called != null && isAbout(focus, called)) {
          paths.add(path);
        }
      });
    }
    return new Wish(names, paths);
  }

  /** Whether the words in which a focus was chosen mention something by its name. */
  boolean mentions(List<String> chosen, String name) {
    return chosen.stream().anyMatch(words -> means(stems(words), stems(name)));
  }

  private static boolean isAbout(String focus, Called field) {
    return means(focus, field)
        || (focus.strip().length() >= SHORTEST && field.label().contains(focus));
  }

  private static boolean means(String focus, Called called) {
    return means(focus, called.label())
        || called.others().stream().anyMatch(other -> means(focus, other));
  }

  private static boolean means(String focus, String stems) {
    return !stems.isBlank() && focus.contains(stems);
  }

  /** The words between spaces, without the endings of their plurals. */
  private String stems(String text) {
    return Tokens.of(text.replace('-', ' '), locale).all().stream()
        .map(token -> token.word().length() > SHORTEST ? singular(token.word()) : token.word())
        .collect(Collectors.joining(" ", " ", " "));
  }

  private static String singular(String word) {
    return word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
  }
}
