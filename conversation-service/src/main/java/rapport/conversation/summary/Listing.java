package rapport.conversation.summary;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rapport.conversation.summary.Phrase.Shape;
import rapport.conversation.summary.Words.Glue;

/** Writes things and people as a list that may follow any preposition. */
final class Listing {

  private static final int LONGEST = 200;
  private static final int MOST_WORDS = 12;
  private static final Pattern BETWEEN = Pattern.compile("\\s*[,;،؛]\\s+|\\s+[/&+]\\s+");
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}][^:;()–—.!?…؛؟]*");

  private final Words words;
  private final PhraseReader reader;
  private final Casing casing;
  private final Deeds deeds;
  private final Map<String, String> roles;
  private final Pattern and;

  Listing(Words words, PhraseReader reader, Casing casing, Deeds deeds) {
    this.words = words;
    this.reader = reader;
    this.casing = casing;
    this.deeds = deeds;
    this.roles = words.inflected(WordList.ROLES);
    this.and = Pattern.compile(Pattern.quote(words.glue(Glue.AND)));
  }

  /**
   * "Checklist, blog posts" as "a checklist and blog posts"; empty when something in it is no
   * thing.
   *
   * @param people whether these are people and sources, so that capitals are likely names
   */
  Optional<String> of(String text, boolean people) {
    var items = items(text);
    return text.length() <= LONGEST && items.stream().allMatch(this::isThing)
        ? Optional.of(words.list(items.stream().map(item -> determined(item, people)).toList()))
        : Optional.empty();
  }

  private List<String> items(String text) {
    return Arrays.stream(BETWEEN.split(text))
        .flatMap(and::splitAsStream)
        .map(item -> withoutJoiner(item.strip()))
        .toList();
  }

  /** "Peers, and the CFO" has its "and" from the list. */
  private String withoutJoiner(String item) {
    var joiner = words.glue(Glue.AND).stripLeading();
    return item.startsWith(joiner) ? item.substring(joiner.length()) : item;
  }

  private boolean isThing(String item) {
    var tokens = words.tokens(item);
    var first = tokens.word(0);
    return tokens.size() > 0
        && tokens.size() <= MOST_WORDS
        && PLAIN.matcher(item).matches()
        && Stream.of(WordList.ADVERBS, WordList.SUBJECTS, WordList.ABBREVIATIONS, WordList.JOINERS)
            .noneMatch(list -> words.in(list, first) && !describes(tokens))
        && (tokens.match(0, words.all(WordList.NO_DEEDS)) > 0
            || describes(tokens)
            || reader.read(item).filter(phrase -> phrase.is(Shape.THINGS)).isPresent())
        && !deeds.begins(item)
        && tokens.all().stream().noneMatch(token -> words.in(WordList.GENDERED, token.word()))
        && !isClause(tokens);
  }

  /** "Weekly report", "no budget": the first word belongs to the thing. */
  private boolean describes(Tokens tokens) {
    return tokens.size() > 1 && words.in(WordList.DESCRIBERS, tokens.word(0));
  }

  /** "Colleagues compare the offers", "licences cost too much" are more than things. */
  private boolean isClause(Tokens tokens) {
    return IntStream.range(1, tokens.size())
        .anyMatch(i ->
            words.in(WordList.ADVERBS, tokens.word(i))
                || (words.in(WordList.VERBS, tokens.word(i))
                    && words.in(WordList.DETERMINERS, tokens.word(i + 1)))
                || (isVerb(tokens.word(i))
                    && words.plural().matcher(tokens.word(i - 1)).matches()));
  }

  private boolean isVerb(String word) {
    return words.in(WordList.VERBS, word) || words.in(WordList.VERBS_OF_ONE, word);
  }

  private String determined(String item, boolean people) {
    var inside = casing.inside(item, people);
    var tokens = words.tokens(inside);
    var head = tokens.word(head(tokens));
    var several = words.plural().matcher(head).matches();
    if (several || words.in(WordList.DETERMINERS, tokens.word(0))) {
      return inside;
    }
    if (words.in(WordList.ROLES, head)) {
      return people ? words.glue(Glue.ARTICLE) + inside : words.withArticle(inside);
    }
    return words.in(WordList.COUNTABLE, head) ? words.withArticle(inside) : inside;
  }

  /** The word that says what a thing is: "head" for "head of IT". */
  private int head(Tokens tokens) {
    var head = 0;
    while (tokens.has(head + 1) && !words.in(WordList.PREPOSITIONS, tokens.word(head + 1))) {
      head++;
    }
    return head;
  }

  /** "Enterprise IT Manager" as "enterprise IT managers"; empty when it is no such role. */
  Optional<String> roles(String text) {
    var bracket = text.indexOf(" (");
    if (bracket > 0 && text.endsWith(")")) {
      return roles(text.substring(0, bracket)).map(roles -> roles + text.substring(bracket));
    }
    var inside = casing.inside(text, true);
    var tokens = words.tokens(inside);
    if (!PLAIN.matcher(text).matches()
        || text.contains(",")
        || words.in(WordList.DETERMINERS, tokens.word(0))) {
      return Optional.empty();
    }
    var head = head(tokens);
    var word = tokens.word(head);
    if (roles.containsKey(word)) {
      return Optional.of(inside);
    }
    if (!words.in(WordList.ROLES, word)) {
      return Optional.empty();
    }
    var token = tokens.at(head);
    var several = token.written().equals(word) ? words.inflect(word) : token.written() + "s";
    return Optional.of(
        inside.substring(0, token.start()) + several + inside.substring(token.end()));
  }
}
