package rapport.conversation.summary;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import rapport.conversation.flow.FlowTexts;
import rapport.conversation.flow.FlowTexts.FieldTexts;
import rapport.conversation.summary.SummaryTexts.Focus;

/** Finds what people mean by the words in which they choose a focus. */
final class FocusMatcher {

  private static final int SHORTEST = 4;

  private final Map<String, Focus> focuses;
  private final FlowTexts texts;
  private final Locale locale;

  FocusMatcher(Map<String, Focus> focuses, FlowTexts texts) {
    this.focuses = focuses;
    this.texts = texts;
    this.locale = Locale.forLanguageTag(texts.locale());
  }

  /** Words that match nothing are left out. */
  Wish match(List<String> chosen, Set<String> fields) {
    var names = new HashSet<String>();
    var paths = new HashSet<String>();
    for (var words : chosen) {
      var focus = stems(words);
      focuses.forEach((name, known) -> {
        if (means(focus, name) || known.words().stream().anyMatch(word -> means(focus, word))) {
          names.add(name);
          paths.addAll(known.paths());
        }
      });
      fields.stream()
          .filter(path -> texts.fields().containsKey(path))
          .filter(path -> isAbout(focus, texts.field(path)))
          .forEach(paths::add);
    }
    return new Wish(names, paths);
  }

  /** Whether the words in which a focus was chosen mention something by its name. */
  boolean mentions(List<String> chosen, String name) {
    return chosen.stream().anyMatch(words -> means(stems(words), name));
  }

  private boolean isAbout(String focus, FieldTexts field) {
    return means(focus, field.label())
        || field.cues().stream().anyMatch(cue -> means(focus, cue))
        || (focus.strip().length() >= SHORTEST && stems(field.label()).contains(focus));
  }

  private boolean means(String focus, String phrase) {
    return !stems(phrase).isBlank() && focus.contains(stems(phrase));
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
