package rapport.conversation.understanding.embedded;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** The languages an interpreter knows, by the subtag that names the language. */
record Languages(Language first, Map<String, Language> byName) {

  Languages {
    byName = Map.copyOf(byName);
  }

  /**
   * @param tags languages there are files for; at least one
   * @throws IllegalArgumentException when there is no file for one of them, or it lacks phrases
   *     that the first one has
   */
  static Languages read(List<String> tags) {
    var languages = new LinkedHashMap<String, Language>();
    tags.forEach(tag -> languages.put(tag, LanguageReader.read(tag)));
    var first = languages.firstEntry().getValue();
    languages.values().forEach(language -> complete(language, first));
    return new Languages(first, languages);
  }

  private static void complete(Language language, Language first) {
    var missing = new TreeSet<>(first.phrases().keySet());
    missing.removeAll(language.phrases().keySet());
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "understanding/" + language.tag() + ".yaml lacks the phrases " + missing);
    }
  }

  /** The language of a locale such as {@code de-CH}; the first one when it is not known. */
  Language of(String locale) {
    return byName.getOrDefault(Locale.forLanguageTag(locale).getLanguage(), first);
  }
}
