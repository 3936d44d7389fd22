package rapport.conversation.understanding.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import rapport.conversation.understanding.embedded.FieldWords.Kind;
import rapport.conversation.understanding.embedded.Language.Command;
import rapport.conversation.value.Wording;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the language files {@code understanding/<tag>.yaml}. */
final class LanguageReader {

  private static final YAMLMapper YAML = new YAMLMapper();

  /** What a phrase means that is in a plain list. */
  static final String SAID = "said";

  /** Accents, but not the tilde that makes another letter of an n. */
  private static final java.util.regex.Pattern ACCENT =
      java.util.regex.Pattern.compile("[\\p{M}&&[^\u0303]]");

  private final boolean accentsOptional;
  private final boolean apostrophesOptional;
  private final Set<String> otherWords;

  private LanguageReader(JsonNode root) {
    this.accentsOptional = root.path("accents").asString("").equals("optional");
    this.apostrophesOptional = root.path("apostrophes").asString("").equals("optional");
    this.otherWords = Set.copyOf(strings(root.path("without_apostrophe_another_word")));
  }

  /**
   * @param tag a language there is a file for
   * @throws IllegalArgumentException when there is none, or it is not what it should be
   */
  static Language read(String tag) {
    var resource = "/understanding/" + tag + ".yaml";
    try (InputStream file = LanguageReader.class.getResourceAsStream(resource)) {
      if (file == null) {
        throw new IllegalArgumentException("there is no " + resource);
      }
      var root = YAML.readTree(file);
      return new LanguageReader(root).read(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Language read(JsonNode root) {
    var commands = new Phrases<Command>();
    for (var entry : root.path("commands").properties()) {
      var command = Command.valueOf(entry.getKey().toUpperCase(Locale.ROOT));
      for (var pattern : strings(entry.getValue())) {
        expand(pattern).forEach(words -> commands.add(words, command));
      }
    }
    Map<String, Phrases<String>> phrases = new HashMap<>();
    for (var entry : root.path("phrases").properties()) {
      phrases.put(entry.getKey(), phrases(entry.getValue()));
    }
    phrases.put("countries", countries(root));
    phrases.put("spoken_languages", spokenLanguages(root));
    Map<String, FieldWords> fields = new HashMap<>();
    for (var entry : root.path("fields").properties()) {
      var like = entry.getValue().path("like").asString("");
      var words = like.isEmpty() ? entry.getValue() : root.path("fields").path(like);
      fields.put(entry.getKey(), field(words));
    }
    var tag = root.path("language").asString();
    Map<String, String> words = new HashMap<>();
    root.path("words").properties().forEach(e -> words.put(e.getKey(), e.getValue().asString()));
    var known = commands.words();
    phrases.values().forEach(list -> known.addAll(list.words()));
    fields.values().forEach(field -> known.addAll(field.said()));
    return new Language(
        tag,
        commands.compact(),
        phrases,
        fields,
        words,
        examples(root.path("examples")),
        Wording.of(tag).knowing(known));
  }

  /** The names of countries in the file, and those Java knows; each means itself. */
  private Phrases<String> countries(JsonNode root) {
    var countries = new Phrases<String>();
    for (var pattern : strings(root.path("phrases").path("countries"))) {
      expand(pattern).forEach(words -> countries.add(words, String.join(" ", words)));
    }
    var tag = root.path("language").asString();
    for (var code : Locale.getISOCountries()) {
      var country = Locale.of("", code).getDisplayCountry(Locale.forLanguageTag(tag));
      countries.add(Pattern.tokens(country), country);
    }
    return countries.compact();
  }

  /** The names of languages in the file, and those Java knows; each means itself. */
  private Phrases<String> spokenLanguages(JsonNode root) {
    var languages = new Phrases<String>();
    for (var entry : root.path("phrases").path("languages").properties()) {
      for (var pattern : strings(entry.getValue())) {
        expand(pattern).forEach(words -> languages.add(words, String.join(" ", words)));
      }
    }
    var tag = Locale.forLanguageTag(root.path("language").asString());
    for (var code : Locale.getISOLanguages()) {
      var language = Locale.of(code).getDisplayLanguage(tag);
      expand(language).forEach(words -> languages.add(words, language));
    }
    return languages.compact();
  }

  private static Examples examples(JsonNode node) {
    if (node.isMissingNode()) {
      return Examples.NONE;
    }
    Map<Command, List<String>> commands = new HashMap<>();
    for (var entry : node.path("commands").properties()) {
      var command = Command.valueOf(entry.getKey().toUpperCase(Locale.ROOT));
      commands.put(command, List.copyOf(strings(entry.getValue())));
    }
    return new Examples(
        commands,
        strings(node.path("answers")),
        node.path("doubtful").asDouble(),
        node.path("sure").asDouble(),
        node.path("field_least").asDouble(),
        node.path("field_ahead").asDouble(),
        node.path("next_least").asDouble(),
        node.path("next_ahead").asDouble(),
        options(node.path("options")),
        node.path("option_least").asDouble());
  }

  private static Map<String, Map<String, List<String>>> options(JsonNode fields) {
    Map<String, Map<String, List<String>>> options = new HashMap<>();
    for (var field : fields.properties()) {
      Map<String, List<String>> said = new TreeMap<>();
      field.getValue().properties().forEach(one -> said.put(one.getKey(), strings(one.getValue())));
      options.put(field.getKey(), said);
    }
    return options;
  }

  private FieldWords field(JsonNode node) {
    return new FieldWords(
        strings(node.path("cues")),
        strings(node.path("names")),
        phrases(strings(node.path("leads"))),
        phrases(strings(node.path("keeps"))),
        phrases(strings(node.path("traits"))),
        values(node),
        phrases(strings(node.path("subjects"))),
        phrases(strings(node.path("tails"))),
        node.path("own").isString() ? node.path("own").asString() : null,
        kinds(node.path("kinds")));
  }

  /** A list of phrases, or lists of phrases under what they mean. */
  private Phrases<String> phrases(JsonNode node) {
    if (!node.isObject()) {
      return phrases(strings(node));
    }
    var phrases = new Phrases<String>();
    for (var entry : node.properties()) {
      for (var pattern : strings(entry.getValue())) {
        expand(pattern).forEach(words -> phrases.add(words, entry.getKey()));
      }
    }
    return phrases.compact();
  }

  /** Phrases of which only matters that they are said. */
  private Phrases<String> phrases(List<String> patterns) {
    var phrases = new Phrases<String>();
    for (var pattern : patterns) {
      expand(pattern).forEach(words -> phrases.add(words, SAID));
    }
    return phrases.compact();
  }

  private Phrases<String> values(JsonNode node) {
    var values = new Phrases<String>();
    for (var row : node.path("values")) {
      var words = strings(row);
      for (var word : words) {
        expand(word).forEach(tokens -> values.add(tokens, words.getFirst()));
      }
    }
    return values.compact();
  }

  private static Set<Kind> kinds(JsonNode node) {
    var kinds = new HashSet<Kind>();
    strings(node).forEach(kind -> kinds.add(Kind.valueOf(kind.toUpperCase(Locale.ROOT))));
    return Set.copyOf(kinds);
  }

  /** The rows of words of a pattern, and what becomes of them where people leave signs out. */
  private List<List<String>> expand(String pattern) {
    var rows = Pattern.expand(pattern);
    if (!accentsOptional && !apostrophesOptional) {
      return rows;
    }
    return rows.stream()
        .flatMap(row -> Stream.of(row, accentsOptional ? plain(row) : withoutApostrophes(row)))
        .distinct()
        .toList();
  }

  /** "dont", "shes"; but no "its" and "were", which are other words. */
  private List<String> withoutApostrophes(List<String> words) {
    return words.stream()
        .map(word -> {
          var bare = word.replace("'", "");
          return bare.isEmpty() || (words.size() == 1 && otherWords.contains(bare)) ? word : bare;
        })
        .toList();
  }

  private static List<String> plain(List<String> words) {
    return words.stream()
        .map(word -> ACCENT.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll(""))
        .toList();
  }

  private static List<String> strings(JsonNode list) {
    var strings = new ArrayList<String>();
    list.forEach(element -> strings.add(element.asString()));
    return strings;
  }
}
