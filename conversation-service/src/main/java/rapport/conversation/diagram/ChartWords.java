package rapport.conversation.diagram;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import rapport.conversation.flow.FieldType;
import rapport.conversation.flow.yaml.FlowFile;
import rapport.conversation.flow.yaml.FlowProblem;
import rapport.conversation.flow.yaml.Keys;
import rapport.conversation.flow.yaml.Problems;
import rapport.conversation.flow.yaml.YamlNode;

/** What diagrams say besides the words of the flow, in one language. */
final class ChartWords {

  private static final String FALLBACK = "en";
  private static final Map<String, ChartWords> READ = new ConcurrentHashMap<>();

  private final ULocale locale;
  private final Map<String, String> patterns;

  private ChartWords(String locale, Map<String, String> patterns) {
    this.locale = ULocale.forLanguageTag(locale);
    this.patterns = patterns;
  }

  /** The words in a language, in its parent language, or in English. */
  static ChartWords of(String locale) {
    return READ.computeIfAbsent(locale, ChartWords::best);
  }

  private static ChartWords best(String tag) {
    for (@Nullable ULocale locale = ULocale.forLanguageTag(tag);
        locale != null;
        locale = locale.getFallback()) {
      var name = "/diagram/" + locale.toLanguageTag() + ".yaml";
      try (var file = ChartWords.class.getResourceAsStream(name)) {
        if (file != null) {
          return read(locale.toLanguageTag(), name, file);
        }
      } catch (IOException unreadable) {
        throw new UncheckedIOException(name, unreadable);
      }
    }
    return of(FALLBACK);
  }

  private static ChartWords read(String locale, String name, InputStream file) throws IOException {
    var found = new TreeSet<FlowProblem>();
    var problems = new Problems(name, found);
    var yaml = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    var keys = new Keys(YamlNode.read(new FlowFile(name, yaml), problems), 1, name, problems);
    var patterns = new HashMap<String, String>();
    keys.names().forEach(key -> patterns.put(key, keys.required(key)));
    if (!found.isEmpty()) {
      throw new IllegalStateException("the words of diagrams cannot be read: " + found);
    }
    return new ChartWords(locale, Map.copyOf(patterns));
  }

  /** The names of all words. */
  Set<String> keys() {
    return patterns.keySet();
  }

  /** What a kind of answer is called. */
  String type(FieldType type) {
    return say("type." + type.name().toLowerCase(Locale.ROOT));
  }

  String say(String key) {
    return say(key, Map.of());
  }

  String say(String key, String name, Object value) {
    return say(key, Map.of(name, value));
  }

  /**
   * @throws IllegalArgumentException when there are no such words
   */
  String say(String key, Map<String, ?> args) {
    var pattern = patterns.get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no words for " + key + " in " + locale);
    }
    return new MessageFormat(pattern, locale).format(args);
  }
}
