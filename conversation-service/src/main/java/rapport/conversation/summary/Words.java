package rapport.conversation.summary;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What has to be known of a language to fit people's words into sentences. Everything but proper
 * names is in lower case.
 *
 * @param lists words by their part in a sentence
 * @param degrees short answers and the degree they stand for: "a lot" for "very"
 * @param plurals verbs that change in their own way: "is" for "are"
 * @param proper names as they are written, by their lower case
 * @param inflections from the verb of several to that of one; the first that matches counts
 * @param gerunds from the verb of several to the form that is a noun; the first that matches counts
 * @param articles by the words they precede; the first that matches counts
 * @param adjective what adjectives look like that are in no list
 * @param common what words look like that are no names
 * @param plural what nouns look like that take no article
 * @param glue small connecting words
 */
public record Words(
    Locale locale,
    Map<WordList, PhraseSet> lists,
    Map<String, String> degrees,
    Map<String, String> plurals,
    Map<String, String> proper,
    List<Replacement> inflections,
    List<Replacement> gerunds,
    List<Replacement> articles,
    Pattern adjective,
    Pattern common,
    Pattern plural,
    Map<Glue, String> glue) {

  /** What connects. */
  public enum Glue {
    /** Between the items of a list. */
    COMMA,
    /** Before the last item of a list. */
    AND,
    /** Between the ends of a range. */
    RANGE,
    /** After the least of an open range. */
    OR_MORE,
    /** Before the limit of an open range. */
    BELOW,
    /** Before a place that has no preposition of its own. */
    PLACE,
    /** Before a name that is never said without its article. */
    ARTICLE,
    /** After a name, for what belongs to it. */
    POSSESSIVE,
    BEFORE_QUOTE,
    AFTER_QUOTE
  }

  /** A regular expression and what takes the place of words that match it as a whole. */
  public record Replacement(Pattern when, String by) {
    Optional<String> apply(String text) {
      var matcher = when.matcher(text);
      return matcher.matches() ? Optional.of(matcher.replaceFirst(by)) : Optional.empty();
    }
  }

  public Words {
    var quick = new EnumMap<WordList, PhraseSet>(WordList.class);
    quick.putAll(lists);
    lists = Collections.unmodifiableMap(quick);
    degrees = Map.copyOf(degrees);
    plurals = Map.copyOf(plurals);
    proper = Map.copyOf(proper);
    inflections = List.copyOf(inflections);
    gerunds = List.copyOf(gerunds);
    articles = List.copyOf(articles);
    glue = Map.copyOf(glue);
  }

  boolean in(WordList list, String word) {
    return all(list).contains(word);
  }

  PhraseSet all(WordList list) {
    return lists.getOrDefault(list, PhraseSet.EMPTY);
  }

  /**
   * The words of a text. "IT" and "US" stay as they are, since "it" and "us" mean something else.
   */
  Tokens tokens(String text) {
    var capitals = all(WordList.CAPITALS);
    return Tokens.of(text, locale, word -> capitals.contains(word));
  }

  String glue(Glue which) {
    return glue.getOrDefault(which, " ");
  }

  /** The verb of one for the verb of several: "compares" for "compare". */
  String inflect(String verb) {
    return first(inflections, verb).orElse(verb);
  }

  /** The words with their article. */
  String withArticle(String words) {
    return first(articles, words).orElse(words);
  }

  private static Optional<String> first(List<Replacement> rules, String text) {
    return rules.stream().flatMap(rule -> rule.apply(text).stream()).findFirst();
  }

  /** The verbs of one for those in the lists, with the verb of several. */
  Map<String, String> inflected(WordList... verbs) {
    return by(this::inflect, verbs);
  }

  /** "Comparing" and the like for the verbs in the lists, with the verb of several. */
  Map<String, String> gerunds(WordList... verbs) {
    return by(verb -> first(gerunds, verb).orElse(verb), verbs);
  }

  private Map<String, String> by(UnaryOperator<String> form, WordList... lists) {
    return Stream.of(lists)
        .flatMap(list -> all(list).all().stream())
        .sorted()
        .collect(Collectors.toUnmodifiableMap(form, word -> word, (first, _) -> first));
  }

  /** Whether no part of a text is joined to another by "and" or "then". */
  boolean noneJoins(String text) {
    return tokens(text).all().stream().noneMatch(token -> in(WordList.JOINERS, token.word()));
  }

  /** "a, b and c". */
  String list(List<String> items) {
    if (items.size() < 2) {
      return String.join("", items);
    }
    var last = items.size() - 1;
    return String.join(glue(Glue.COMMA), items.subList(0, last)) + glue(Glue.AND) + items.get(last);
  }
}
