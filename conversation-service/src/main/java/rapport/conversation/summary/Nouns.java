package rapport.conversation.summary;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import rapport.conversation.summary.Words.Glue;

/** Writes things, places, roles and names as they stand in the middle of a sentence. */
final class Nouns {

  private static final int LONG = 130;
  private static final Pattern ITEMS = Pattern.compile("[,،]\\s+|\\s*[;/؛]\\s+");
  private static final Pattern PLAIN = Pattern.compile("\\p{L}[^:()–—]*");
  private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}[\\p{Lu}\\p{N}&.]+");
  private static final Pattern FIGURE = Pattern.compile("[$€£]?\\d");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final Words words;
  private final Verbs verbs;
  private final Casing casing;
  private final Shortening shortening;

  Nouns(Words words, Verbs verbs, Casing casing, Shortening shortening) {
    this.words = words;
    this.verbs = verbs;
    this.casing = casing;
    this.shortening = shortening;
  }

  /** Things up to the first part that is about doing something; that would not fit a list. */
  String things(String text, boolean careful) {
    var inside = casing.inside(onlyThings(text), careful);
    return determined(enumerated(shortening.shorten(inside, LONG)));
  }

  private String determined(String text) {
    var tokens = words.tokens(text);
    var needed =
        tokens.size() > 0
            && words.in(WordList.NEEDS_ARTICLE_BEFORE, tokens.word(tokens.size() - 1))
            && !words.in(WordList.DETERMINERS, tokens.word(0))
            && !text.contains(",");
    return needed ? words.glue(Glue.ARTICLE) + text : text;
  }

  private String onlyThings(String text) {
    var tokens = words.tokens(text);
    for (var i = 1; tokens.has(i); i++) {
      if (tokens.at(i).begins()) {
        var subject = words.in(WordList.SUBJECTS, tokens.word(i));
        if (subject || verbs.leading(tokens, i) != null) {
          return text.substring(0, tokens.at(i - 1).end());
        }
      }
    }
    return text;
  }

  /** "a, b, c" as "a, b and c", when these are the items of a list and nothing else. */
  private String enumerated(String text) {
    var items = Arrays.stream(ITEMS.split(text)).map(String::strip).toList();
    var plain = items.size() > 1 && items.stream().allMatch(this::isItem) && words.noneJoins(text);
    return plain ? words.list(items) : text;
  }

  private boolean isItem(String text) {
    var tokens = words.tokens(text);
    return tokens.size() > 0
        && tokens.size() <= 4
        && PLAIN.matcher(text).matches()
        && !words.in(WordList.PREPOSITIONS, tokens.word(0))
        && !words.in(WordList.CONDITIONS, tokens.word(0))
        && !words.in(WordList.ADVERBS, tokens.word(0))
        && !words.in(WordList.NO, tokens.word(0))
        && !words.in(WordList.ADJECTIVES, text.toLowerCase(words.locale()));
  }

  /** One thing with its article; empty when there are several. */
  Optional<String> one(String text) {
    var first = shortening.shorten(first(onlyThings(text)), LONG);
    return first.isEmpty() || isPlural(first) || FIGURE.matcher(first).lookingAt()
        ? Optional.empty()
        : Optional.of(words.withArticle(casing.inside(first, false)));
  }

  /** Whether these are several things. */
  boolean several(String text) {
    return isPlural(first(onlyThings(text)));
  }

  private boolean isPlural(String text) {
    return words.plural().matcher(text.toLowerCase(words.locale())).matches();
  }

  /** The words before the first comma, and those after it when they depend on it. */
  private String first(String text) {
    var tokens = words.tokens(text);
    for (var i = 1; tokens.has(i); i++) {
      var dependent =
          words.in(WordList.PREPOSITIONS, tokens.word(i))
              || words.in(WordList.CONDITIONS, tokens.word(i));
      if (tokens.at(i).begins() && !dependent) {
        return text.substring(0, tokens.at(i - 1).end());
      }
    }
    return text;
  }

  /** A place with a preposition before it. */
  String place(String text) {
    var name = casing.inside(onlyThings(text), true);
    var first = words.tokens(name).word(0);
    var article = words.in(WordList.NEEDS_ARTICLE, first) ? words.glue(Glue.ARTICLE) : "";
    return words.glue(Glue.PLACE) + article + casing.name(name);
  }

  /** An option in the middle of a sentence, without its article. */
  String option(String text) {
    var article = words.glue(Glue.ARTICLE);
    var lower =
        words.tokens(text).all().stream()
            .map(token -> casing.inside(token.written(), false))
            .collect(Collectors.joining(" "));
    return lower.startsWith(article) ? lower.substring(article.length()) : lower;
  }

  /** How the person is called, in full and in short. */
  List<String> names(String text) {
    var full = called(text.contains(",") ? text.substring(0, text.indexOf(',')) : text);
    var parts = SPACES.split(full);
    var personal =
        parts.length <= 3
            && Arrays.stream(parts)
                .allMatch(part -> !part.isEmpty() && Character.isUpperCase(part.codePointAt(0)))
            && !isTitle(parts[0].toLowerCase(words.locale()).replace(".", ""))
            && !ACRONYM.matcher(parts[0]).matches();
    return List.of(full, personal ? parts[0] : full);
  }

  private boolean isTitle(String part) {
    return words.in(WordList.TITLES, part)
        || words.in(WordList.ADJECTIVES, part)
        || words.adjective().matcher(part).matches();
  }

  /** What they are called, in the middle of a sentence. */
  String called(String text) {
    var first = words.tokens(text).word(0);
    var determined =
        words.in(WordList.DETERMINERS, first)
            && words.in(WordList.TITLES, first)
            && text.startsWith(" ", first.length());
    return determined
        ? first + casing.inside(text.substring(first.length()), true)
        : casing.name(text);
  }
}
