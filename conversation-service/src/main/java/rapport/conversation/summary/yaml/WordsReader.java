package rapport.conversation.summary.yaml;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.conversation.summary.PhraseSet;
import rapport.conversation.summary.WordList;
import rapport.conversation.summary.Words;
import rapport.conversation.summary.Words.Glue;
import rapport.conversation.summary.Words.Replacement;

/** Reads what has to be known of a language. Lists are written as words between commas. */
final class WordsReader {

  private static final Pattern NEVER = Pattern.compile("(?!)");

  private final WordsFile file;
  private final Locale locale;
  private final String name;
  private final List<String> problems;

  WordsReader(String name, WordsFile file, List<String> problems) {
    this.name = name;
    this.file = file;
    this.locale = Locale.forLanguageTag(file.words());
    this.problems = problems;
  }

  Words read() {
    return new Words(
        locale,
        lists(),
        file.degrees(),
        file.plurals(),
        proper(),
        rules(file.inflections()),
        rules(file.gerunds()),
        rules(file.articles()),
        pattern(file.adjective()),
        pattern(file.common()),
        pattern(file.plural()),
        glue());
  }

  private Map<WordList, PhraseSet> lists() {
    var lists = new EnumMap<WordList, PhraseSet>(WordList.class);
    var known = keys(WordList.values());
    var named =
        Stream.concat(file.lists().keySet().stream(), words(orNothing(file.without())).stream())
            .collect(Collectors.toSet());
    report("list", named, known.keySet());
    known.forEach((key, list) ->
        lists.put(list, new PhraseSet(Set.copyOf(words(file.lists().getOrDefault(key, ""))))));
    return lists;
  }

  private static String orNothing(@Nullable String list) {
    return list == null ? "" : list;
  }

  private Map<Glue, String> glue() {
    var glue = new EnumMap<Glue, String>(Glue.class);
    var known = keys(Glue.values());
    report("glue", file.glue().keySet(), known.keySet());
    known.forEach((key, which) -> glue.put(which, file.glue().getOrDefault(key, " ")));
    return glue;
  }

  private static <E extends Enum<E>> Map<String, E> keys(E[] values) {
    return Arrays.stream(values)
        .collect(Collectors.toMap(value -> value.name().toLowerCase(Locale.ROOT), v -> v));
  }

  private void report(String what, Set<String> found, Set<String> known) {
    found.stream()
        .filter(key -> !known.contains(key))
        .sorted()
        .forEach(key -> problems.add(name + ": there is no " + what + " '" + key + "'"));
    known.stream()
        .filter(key -> !found.contains(key))
        .sorted()
        .forEach(key -> problems.add(name + ": the " + what + " '" + key + "' is missing"));
  }

  /** The given names, and the countries and languages of the world. */
  private Map<String, String> proper() {
    var names = new HashMap<String, String>();
    var world =
        Stream.concat(
            Arrays.stream(Locale.getISOCountries())
                .map(code -> Locale.of("", code).getDisplayCountry(locale)),
            Arrays.stream(Locale.getISOLanguages())
                .map(code -> Locale.of(code).getDisplayLanguage(locale)));
    Stream.concat(world, words(file.proper()).stream())
        .forEach(word -> names.put(word.toLowerCase(locale), word));
    names.keySet().removeAll(words(file.notProper()));
    return names;
  }

  private static List<String> words(String list) {
    return Arrays.stream(list.split(","))
        .map(word -> word.strip().replaceAll("\\s+", " "))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private List<Replacement> rules(List<WordsFile.Rule> rules) {
    return rules.stream().map(rule -> new Replacement(pattern(rule.when()), rule.is())).toList();
  }

  private Pattern pattern(String regex) {
    try {
      return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    } catch (PatternSyntaxException broken) {
      problems.add(name + ": \"" + regex + "\" is no pattern: " + broken.getDescription());
      return NEVER;
    }
  }
}
