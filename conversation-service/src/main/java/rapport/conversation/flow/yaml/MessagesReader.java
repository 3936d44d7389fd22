package rapport.conversation.flow.yaml;

import com.ibm.icu.util.ULocale;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the general messages of one language and checks them against {@link MessageKeys}. */
final class MessagesReader {

  private static final Pattern ALTERNATIVE = Pattern.compile("(?m)^\\s*\\|\\s*$");

  private MessagesReader() {}

  static Messages read(YamlNode document, Problems problems) {
    var keys = new Keys(document, 1, "the messages", problems);
    var locale = ULocale.forLanguageTag(keys.required("messages"));
    var messages = new LinkedHashMap<String, List<String>>();
    var known = new TreeSet<>(MessageKeys.ARGUMENTS.keySet());
    keys.names().stream()
        .filter(key -> key.startsWith(MessageKeys.fallback("")))
        .forEach(known::add);
    for (var key : known) {
      var alternatives = alternatives(keys.required(key));
      var arguments = MessageKeys.ARGUMENTS.getOrDefault(key, Set.of("number"));
      alternatives.forEach(
          one -> Patterns.check(one, locale, arguments, key, keys.line(key), problems));
      messages.put(key, alternatives);
    }
    keys.refuseOthers();
    return new Messages(locale, Map.copyOf(messages));
  }

  static List<String> alternatives(String text) {
    return Stream.of(ALTERNATIVE.split(text)).map(String::strip).toList();
  }
}
