package rapport.lead.text;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * German and Spanish word by word in English, for models that read English: far from a translation,
 * but what is spoken of stays. Words it does not know stay as they are.
 */
public final class Gloss {

  private static final Map<String, List<String>> FILE = Lists.read("/lead/glossary.txt");
  private static final Set<String> ENGLISH = Set.copyOf(FILE.getOrDefault("english", List.of()));
  private static final List<Gloss> LANGUAGES =
      List.of(
          new Gloss("de", List.of("en", "er", "es", "em", "e", "n", "s"), true),
          new Gloss("es", List.of("es", "s"), false));

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

  /** With fewer words of a language a text is taken for English. */
  private static final int TELLING = 2;

  private static final int SHORTEST_PART = 4;
  private static final List<String> LINKS = List.of("", "s", "n", "en", "es");

  private final Map<String, String> words = new HashMap<>();
  private final Set<String> common = new HashSet<>();
  private final List<String> endings;
  private final boolean joinsWords;

  private Gloss(String language, List<String> endings, boolean joinsWords) {
    this.endings = endings;
    this.joinsWords = joinsWords;
    FILE.getOrDefault(language + "-common", List.of()).forEach(line -> common.add(learn(line)));
    FILE.getOrDefault(language, List.of()).forEach(this::learn);
  }

  private String learn(String line) {
    var parts = line.split(" = ", 2);
    words.putIfAbsent(plain(parts[0]), parts[1]);
    return plain(parts[0]);
  }

  /** The text in English words; the same text when it is in no language there is a list of. */
  public static String of(String text) {
    return forTextsLike(text).apply(text);
  }

  /** The same for all texts of one language, of which a few words alone would not tell it. */
  public static UnaryOperator<String> forTextsLike(String sample) {
    return LANGUAGES.stream()
        .filter(language -> language.telling(sample) >= TELLING)
        .max(Comparator.comparingLong(language -> language.telling(sample)))
        .<UnaryOperator<String>>map(language -> language::inEnglish)
        .orElse(UnaryOperator.identity());
  }

  private long telling(String text) {
    return WORD.matcher(text)
        .results()
        .map(word -> plain(word.group()))
        .filter(word -> words.containsKey(word) && !ENGLISH.contains(word))
        .filter(word -> !word.equals(words.get(word)))
        .distinct()
        .count();
  }

  private String inEnglish(String text) {
    return WORD.matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(meaning(plain(found.group())).orElse(found.group())));
  }

  private Optional<String> meaning(String word) {
    return known(word).or(() -> joinsWords ? taken(word) : Optional.empty());
  }

  private Optional<String> known(String word) {
    var forms =
        Stream.concat(
            Stream.of(word),
            endings.stream()
                .filter(ending -> word.endsWith(ending))
                .map(ending -> word.substring(0, word.length() - ending.length()))
                .filter(stem -> stem.length() >= SHORTEST_PART));
    return forms.filter(words::containsKey).findFirst().map(words::get);
  }

  /** Of a word put together from others: what they mean, one after the other. */
  private Optional<String> taken(String word) {
    for (var at = word.length() - SHORTEST_PART; at >= SHORTEST_PART; at--) {
      var first = first(word.substring(0, at));
      var last = first.isPresent() ? meaning(word.substring(at)) : first;
      if (last.isPresent()) {
        return Optional.of(first.orElseThrow() + " " + last.get());
      }
    }
    return Optional.empty();
  }

  private Optional<String> first(String part) {
    return LINKS.stream()
        .filter(part::endsWith)
        .map(link -> part.substring(0, part.length() - link.length()))
        .filter(stem -> words.containsKey(stem) && !common.contains(stem))
        .findFirst()
        .map(words::get);
  }

  private static String plain(String word) {
    var lower =
        word.toLowerCase(Locale.ROOT)
            .replace("ä", "ae")
            .replace("ö", "oe")
            .replace("ü", "ue")
            .replace("ß", "ss");
    return Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }
}
