package rapport.conversation.flow.yaml;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rapport.contracts.FieldValue;

/** The general messages of one language. */
public final class Messages {

  private final ULocale locale;
  private final Map<String, List<String>> patterns;

  Messages(ULocale locale, Map<String, List<String>> patterns) {
    this.locale = locale;
    this.patterns = patterns;
  }

  /** BCP 47 tag of the language, such as {@code en}. */
  public String locale() {
    return locale.toLanguageTag();
  }

  /** The same, with some messages said in other words. */
  public Messages with(Map<String, List<String>> others) {
    if (others.isEmpty()) {
      return this;
    }
    var all = new HashMap<>(patterns);
    all.putAll(others);
    return new Messages(locale, all);
  }

  /** Whether there is such a message. */
  public boolean has(String key) {
    return patterns.containsKey(key);
  }

  /**
   * Words a message. Numbers, lists and field values among the arguments are written the way the
   * language does.
   *
   * @param args by name; more than the message uses is fine
   * @param variant picks among alternatives of equal meaning; the same number picks the same one
   * @throws IllegalArgumentException when there is no such message or an argument is missing
   */
  public String format(String key, Map<String, ?> args, long variant) {
    var alternatives = patterns.get(key);
    if (alternatives == null) {
      throw new IllegalArgumentException("no message " + key + " in " + locale());
    }
    return fill(alternatives.get(Math.floorMod(variant, alternatives.size())), args);
  }

  /**
   * Words a pattern, such as a text of a flow.
   *
   * @throws IllegalArgumentException when the pattern is invalid or an argument is missing
   */
  public String fill(String pattern, Map<String, ?> args) {
    var format = new MessageFormat(pattern, locale);
    var written = new HashMap<String, Object>();
    for (var name : format.getArgumentNames()) {
      var value = args.get(name);
      if (value == null) {
        throw new IllegalArgumentException("no {" + name + "} for \"" + pattern + "\"");
      }
      written.put(name, write(value));
    }
    return format.format(written);
  }

  /** A list in words: "one", "one and two", "one, two, and three". */
  public String list(Collection<?> items) {
    return ListFormatter.getInstance(locale).format(items.stream().map(this::words).toList());
  }

  private Object write(Object value) {
    return switch (value) {
      case Collection<?> items -> list(items);
      case FieldValue.Tags(var tags) -> list(tags);
      case FieldValue.Num(var number) -> number;
      case FieldValue other -> other.display();
      default -> value;
    };
  }

  private String words(Object item) {
    return fill("{item}", Map.of("item", item));
  }
}
