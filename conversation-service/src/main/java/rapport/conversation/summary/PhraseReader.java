package rapport.conversation.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.conversation.summary.Phrase.Shape;

/**
 * Tells what kind of words somebody wrote. When in doubt the answer is {@link Shape#OTHER}: such
 * words are quoted after a colon, and never bent into a clause.
 */
final class PhraseReader {

  private static final Pattern SPLIT =
      Pattern.compile("(?s)([^,;:.]{1,40}?)(?:[,;:.]+\\s+|\\s+[-–—]+\\s+)(.+)");

  private static final Pattern SAYS = Pattern.compile("\\d|.{2,}");

  private final Words words;
  private final Cleaning cleaning;
  private final Verbs verbs;
  private final PhraseSet degrees;

  PhraseReader(Words words) {
    this.words = words;
    this.cleaning = new Cleaning(words);
    this.verbs = new Verbs(words);
    this.degrees =
        new PhraseSet(
            Stream.concat(
                    words.degrees().keySet().stream(), words.all(WordList.ADVERBS).all().stream())
                .collect(Collectors.toUnmodifiableSet()));
  }

  /** The phrase, or empty when the words say nothing. */
  Optional<Phrase> read(String raw) {
    return Optional.ofNullable(readCleaned(cleaning.clean(raw)));
  }

  /** The phrase of words that are clean, or null when they say nothing. */
  @Nullable Phrase readCleaned(String text) {
    var lower = text.toLowerCase(words.locale());
    return !SAYS.matcher(text).matches() || words.in(WordList.NOTHING, lower)
        ? null
        : Objects.requireNonNullElseGet(ownDeed(text), () -> phrase(text));
  }

  /** "Love hiking" for "I love hiking", unless there is more of the speaker in it; or null. */
  private @Nullable Phrase ownDeed(String text) {
    var tokens = words.tokens(text);
    var deed =
        words.in(WordList.SPEAKERS, tokens.word(0))
            && tokens.has(2)
            && verbs.isBase(tokens.word(1))
            && cleaning.afterFirst(text).isEmpty()
            && tokens.all().stream()
                .skip(1)
                .noneMatch(token -> words.in(WordList.FIRST_PERSON, token.word()));
    if (!deed) {
      return null;
    }
    var said = text.substring(tokens.at(1).start());
    return new Phrase(said, said, Shape.DO, null);
  }

  /** Whether words that are clean say who does what. */
  boolean isSentence(String text) {
    var phrase = readCleaned(text);
    return phrase != null && phrase.is(Shape.SENTENCE);
  }

  /** Whether somebody speaks of himself. */
  boolean isFirstPerson(String text) {
    return words.tokens(text).all().stream()
        .anyMatch(token -> words.in(WordList.FIRST_PERSON, token.word()));
  }

  /** All the words, cleaned; empty when nothing is left. */
  String whole(String raw) {
    return cleaning.clean(raw);
  }

  /** The sentences of a text, each without what ends it. */
  List<String> sentencesOf(String text) {
    var sentences = new ArrayList<String>();
    for (var rest = text; !rest.isEmpty(); rest = cleaning.afterFirst(rest)) {
      sentences.add(rest.substring(0, cleaning.firstSentence(rest)));
    }
    return sentences;
  }

  private Phrase phrase(String text) {
    var whole = shortAnswer(text);
    if (whole != null) {
      return new Phrase(text, text, whole, null);
    }
    var split = SPLIT.matcher(text);
    if (split.matches()) {
      var head = split.group(1);
      var shape = shortAnswer(head);
      if (shape != null) {
        return new Phrase(text, head, shape, rest(split.group(2)));
      }
    }
    var conditional = conditional(text);
    return conditional != null ? conditional : sentences(text);
  }

  /** "Yes if it is cheap". */
  private @Nullable Phrase conditional(String text) {
    var tokens = words.tokens(text);
    for (var i = 1; i < Math.min(4, tokens.size()); i++) {
      if (words.in(WordList.CONDITIONS, tokens.word(i))) {
        var head = text.substring(0, tokens.at(i).start()).strip();
        var shape = shortAnswer(head);
        if (shape != null) {
          return new Phrase(text, head, shape, rest(text.substring(tokens.at(i).start())));
        }
      }
    }
    return null;
  }

  private @Nullable Phrase rest(String text) {
    var rest = sentences(text);
    var tokens = words.tokens(rest.text());
    var onlyAdverbs = tokens.all().stream().allMatch(token -> degrees.contains(token.word()));
    return onlyAdverbs ? null : rest;
  }

  private Phrase sentences(String text) {
    var end = cleaning.firstSentence(text);
    var first = text.substring(0, end);
    var shape = shape(words.tokens(first));
    var following = cleaning.afterFirst(text);
    if (following.isEmpty()) {
      return new Phrase(first, first, shape, null);
    }
    var next = sentences(following);
    var kept = next.shape() == Shape.SENTENCE ? next : null;
    return new Phrase(kept == null ? first : text, first, shape, kept);
  }

  private @Nullable Shape shortAnswer(String text) {
    var lower = text.toLowerCase(words.locale());
    if (words.in(WordList.YES, lower)) {
      return Shape.YES;
    }
    if (words.in(WordList.NO, lower)) {
      return Shape.NO;
    }
    return words.degrees().containsKey(lower) ? Shape.MUCH : null;
  }

  private Shape shape(Tokens tokens) {
    if (words.in(WordList.CONDITIONS, tokens.word(0))) {
      return Shape.CONDITION;
    }
    if (words.in(WordList.SUBJECTS, tokens.word(0))) {
      return tokens.size() > 1 ? Shape.SENTENCE : Shape.OTHER;
    }
    var start = skip(tokens);
    if (!tokens.has(start)) {
      return Shape.OTHER;
    }
    var action = verbs.at(tokens, start);
    if (action != null) {
      return action;
    }
    if (adjective(tokens, start)) {
      return Shape.HOW;
    }
    if (verbs.at(tokens, start + 1) == Shape.DO
        && words.in(WordList.POINTERS, tokens.word(start))) {
      return Shape.OTHER; // "to save time"
    }
    if (tokens.match(start, words.all(WordList.PREPOSITIONS)) > 0
        || tokens.match(start, words.all(WordList.PLACES)) > 0) {
      return Shape.AT;
    }
    return start == 0 || !words.in(WordList.NO, tokens.word(0)) ? named(tokens) : Shape.OTHER;
  }

  private Shape named(Tokens tokens) {
    var first = tokens.word(0);
    if (words.in(WordList.ABBREVIATIONS, first)) {
      return Shape.OTHER;
    }
    var acronym =
        first.length() > 1 && tokens.at(0).written().equals(first.toUpperCase(words.locale()));
    if (!acronym && (words.in(WordList.POINTERS, first) || words.in(WordList.SUBORDINATE, first))) {
      return Shape.OTHER;
    }
    for (var i = 1; tokens.has(i) && !tokens.at(i).begins(); i++) {
      if (words.in(WordList.SUBORDINATE, tokens.word(i))) {
        return Shape.THINGS;
      }
      if (verbs.behindNoun(tokens, i)) {
        return Shape.SENTENCE;
      }
    }
    return Shape.THINGS;
  }

  private int skip(Tokens tokens) {
    var start = 0;
    while (tokens.has(start)) {
      var length = tokens.match(start, words.all(WordList.ADVERBS));
      if (length == 0 || verbs.at(tokens, start) != null) {
        break;
      }
      start += length;
    }
    return start;
  }

  private boolean adjective(Tokens tokens, int start) {
    var from = start + Math.max(0, degree(tokens, start));
    if (!tokens.has(from)) {
      return false;
    }
    var length = tokens.match(from, words.all(WordList.ADJECTIVES));
    if (length == 0 && words.adjective().matcher(tokens.word(from)).matches()) {
      length = 1;
    }
    var after = from + length;
    return length > 0
        && (tokens.endsBefore(after)
            || followsAdjective(tokens.word(after))
            || joinsAdjective(tokens, after));
  }

  private int degree(Tokens tokens, int start) {
    var length = tokens.match(start, degrees);
    return tokens.has(start + length) ? length : 0;
  }

  private boolean followsAdjective(String word) {
    return words.in(WordList.PREPOSITIONS, word)
        || words.in(WordList.CONDITIONS, word)
        || words.in(WordList.SUBORDINATE, word)
        || words.in(WordList.FIXED_VERBS, word);
  }

  /** "curious and open": the words after a joiner have to be an adjective as well. */
  private boolean joinsAdjective(Tokens tokens, int index) {
    return words.in(WordList.JOINERS, tokens.word(index))
        && tokens.has(index + 1)
        && (adjective(tokens, index + 1) || verbs.at(tokens, index + 1) == Shape.DOES);
  }

  /** The same deed, said of several: "compare" for "compares"; empty when that is not certain. */
  Optional<String> ofSeveral(String text) {
    return verbs.ofSeveral(words.tokens(text));
  }

  Verbs verbs() {
    return verbs;
  }
}
