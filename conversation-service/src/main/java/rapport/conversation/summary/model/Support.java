package rapport.conversation.summary.model;

import java.math.BigDecimal;
import java.text.BreakIterator;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rapport.conversation.value.Answers;
import rapport.conversation.value.Passage;
import rapport.conversation.value.Wording;

/**
 * Says whether a text tells nothing that is not known: no number, no name, no address. Names are
 * words with a capital letter; at the beginning of a sentence also those that every sentence may
 * begin with pass. What is known is the draft and the values it was written from.
 */
final class Support {

  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{Nd}'\u2019]*");

  /** Digits, with what groups them. */
  private static final Pattern DIGITS =
      Pattern.compile("\\p{Nd}+(?:[.,'\u2019\u00a0\u202f]\\p{Nd}+)*");

  private static final Pattern GROUPING = Pattern.compile("[^\\p{Nd}](?=\\p{Nd}{3}(?!\\p{Nd}))");

  /** What nobody writes in plain text. */
  private static final Pattern MARKUP =
      Pattern.compile("\\*\\*|`|^#|<[a-zA-Z/]|\\]\\(", Pattern.MULTILINE);

  /** A text so much shorter has lost something. */
  private static final double SHORTEST = 0.4;

  private static final double LONGEST = 2.5;

  private final String draft;
  private final Locale language;
  private final Set<String> openers;
  private final Wording wording;
  private final Set<String> words = new HashSet<>();
  private final Set<String> digits = new HashSet<>();
  private final Set<BigDecimal> amounts = new HashSet<>();
  private final Set<String> addresses = new HashSet<>();

  /**
   * @param known what else is known, besides the draft
   * @param openers words that may begin a sentence, in lower case
   */
  Support(String draft, Collection<String> known, Locale language, Set<String> openers) {
    this.draft = draft;
    this.language = language;
    this.openers = openers;
    this.wording = Wording.of(language.toLanguageTag());
    learn(draft);
    known.forEach(this::learn);
  }

  private void learn(String text) {
    WORD.matcher(text).results().map(this::lower).forEach(words::add);
    digits.addAll(digits(text));
    amounts.addAll(amounts(text));
    addresses.addAll(addresses(text));
  }

  /** Whether a text may stand in place of the draft. */
  boolean carries(String text) {
    return text.length() >= SHORTEST * draft.length()
        && text.length() <= LONGEST * draft.length()
        && text.length() <= Answers.RICH
        && !MARKUP.matcher(text).find()
        && text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n')
        && says(text);
  }

  /** Whether what has come so far may go on; the last sentence may be unfinished. */
  boolean carriesSoFar(String text) {
    var sentences = BreakIterator.getSentenceInstance(language);
    sentences.setText(text);
    return says(text.substring(0, Math.max(0, sentences.preceding(text.length()))));
  }

  private boolean says(String text) {
    return digits.containsAll(digits(text))
        && amounts.containsAll(amounts(text))
        && addresses.containsAll(addresses(text))
        && names(text).allMatch(words::contains);
  }

  private Stream<String> names(String text) {
    var beginnings = beginnings(text);
    return WORD.matcher(text)
        .results()
        .filter(word -> Character.isUpperCase(word.group().codePointAt(0)))
        .filter(word -> !(beginnings.contains(word.start()) && openers.contains(lower(word))))
        .map(this::lower);
  }

  /** Where the first words of sentences stand. */
  private Set<Integer> beginnings(String text) {
    var beginnings = new HashSet<Integer>();
    var sentences = BreakIterator.getSentenceInstance(language);
    sentences.setText(text);
    var word = WORD.matcher(text);
    for (var at = sentences.first(); at != BreakIterator.DONE; at = sentences.next()) {
      if (at < text.length() && word.find(at)) {
        beginnings.add(word.start());
      }
    }
    return beginnings;
  }

  private String lower(MatchResult word) {
    var plain = word.group().replace('\u2019', '\'').toLowerCase(language);
    return plain.endsWith("'s") ? plain.substring(0, plain.length() - 2) : plain;
  }

  private static Set<String> digits(String text) {
    return DIGITS
        .matcher(text)
        .results()
        .map(number -> GROUPING.matcher(number.group()).replaceAll(""))
        .collect(Collectors.toSet());
  }

  /** In digits or in words. */
  private Set<BigDecimal> amounts(String text) {
    return Passage.of(text, wording).amounts().stream()
        .flatMap(amount -> Stream.concat(Stream.of(amount.low()), Stream.ofNullable(amount.high())))
        .map(BigDecimal::stripTrailingZeros)
        // "No one" and "one of them" are no numbers.
        .filter(number -> number.compareTo(BigDecimal.ONE) != 0)
        .collect(Collectors.toSet());
  }

  private static Set<String> addresses(String text) {
    return List.of(text.split("\\s+")).stream()
        .filter(word -> word.contains("@") || word.contains("/"))
        .map(word -> word.replaceAll("^[^\\p{L}\\p{Nd}]+|[^\\p{L}\\p{Nd}]+$", ""))
        .collect(Collectors.toSet());
  }
}
