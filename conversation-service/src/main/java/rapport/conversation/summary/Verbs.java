package rapport.conversation.summary;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rapport.conversation.summary.Phrase.Shape;

/** Finds verbs, and turns those of one person into those of several. */
final class Verbs {

  private static final Pattern FIGURE = Pattern.compile("[\\d$€£]");

  private final Words words;
  private final Map<String, String> certain;
  private final Map<String, String> uncertain;
  private final Map<String, String> ofOne;

  Verbs(Words words) {
    this.words = words;
    this.certain = words.inflected(WordList.VERBS, WordList.VERBS_OF_ONE);
    this.uncertain = words.inflected(WordList.VERBS_OR_NOUNS);
    this.ofOne =
        words.plurals().entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));
  }

  /** {@code DOES}, {@code DO} or {@code DOES_OR_DO} when a verb stands here, otherwise null. */
  @Nullable Shape at(Tokens tokens, int index) {
    var word = tokens.word(index);
    if (words.plurals().containsKey(word)) {
      return Shape.DOES;
    }
    if (ofOne.containsKey(word)) {
      return Shape.DO;
    }
    if (words.in(WordList.FIXED_VERBS, word)) {
      return Shape.DOES_OR_DO;
    }
    if (certain.containsKey(word) || (uncertain.containsKey(word) && acts(tokens, index))) {
      return Shape.DOES;
    }
    var base = words.in(WordList.VERBS, word);
    var maybe = words.in(WordList.VERBS_OF_ONE, word) || words.in(WordList.VERBS_OR_NOUNS, word);
    return (base && tokens.has(index + 1)) || (maybe && acts(tokens, index)) ? Shape.DO : null;
  }

  /** Whether this is what several do, wherever it is certain that it is a verb. */
  boolean isBase(String word) {
    return words.in(WordList.VERBS, word)
        || words.in(WordList.VERBS_OF_ONE, word)
        || words.in(WordList.VERBS_OR_NOUNS, word);
  }

  /** Whether a verb stands here, behind the noun whose deed it is. */
  boolean behindNoun(Tokens tokens, int index) {
    var before = tokens.word(index - 1);
    var describes =
        words.in(WordList.ADJECTIVES, before)
            || words.in(WordList.DETERMINERS, before)
            || words.in(WordList.PREPOSITIONS, before)
            || words.in(WordList.JOINERS, before);
    var word = tokens.word(index);
    return !describes
        && (words.plurals().containsKey(word)
            || fixed(tokens, index)
            || words.in(WordList.VERBS, certain.getOrDefault(word, ""))
            || (at(tokens, index) == Shape.DOES && acts(tokens, index)));
  }

  /** Whether a verb stands here that is nothing else and the same for several. */
  private boolean fixed(Tokens tokens, int index) {
    return ofOne.containsKey(tokens.word(index))
        || words.in(WordList.FIXED_VERBS, tokens.word(index));
  }

  /** Whether what follows makes a word a verb that may as well be a noun. */
  boolean acts(Tokens tokens, int index) {
    if (tokens.endsBefore(index + 1)) {
      return false;
    }
    var following = tokens.word(index + 1);
    return words.in(WordList.DETERMINERS, following)
        || words.in(WordList.ADVERBS, following)
        || words.in(WordList.PLACES, following)
        || words.in(WordList.SUBORDINATE, following)
        || FIGURE.matcher(following).lookingAt();
  }

  /** The verb that begins a text, after "then" or "usually". */
  @Nullable Shape leading(Tokens tokens) {
    return leading(tokens, 0);
  }

  /** The verb that begins the part of a text from here on. */
  @Nullable Shape leading(Tokens tokens, int start) {
    var i = start;
    while (at(tokens, i) == null
        && (words.in(WordList.ADVERBS, tokens.word(i))
            || words.in(WordList.JOINERS, tokens.word(i)))) {
      i++;
    }
    return at(tokens, i);
  }

  /** The same deed, said of several; empty when it is not certain which words are verbs. */
  Optional<String> ofSeveral(Tokens tokens) {
    var text = new StringBuilder(tokens.text());
    var shift = 0;
    for (var i = 0; tokens.has(i); i++) {
      if (!leads(tokens, i)) {
        continue;
      }
      var token = tokens.at(i);
      var doubtful = uncertain.containsKey(token.word()) && !acts(tokens, i);
      if (doubtful && i == 0) {
        return Optional.empty();
      }
      var plural = doubtful ? null : ofSeveral(token.word());
      if (plural != null) {
        text.replace(token.start() + shift, token.end() + shift, plural);
        shift += plural.length() - (token.end() - token.start());
      }
    }
    return Optional.of(text.toString());
  }

  private @Nullable String ofSeveral(String verb) {
    var irregular = words.plurals().get(verb);
    return irregular != null ? irregular : certain.getOrDefault(verb, uncertain.get(verb));
  }

  /** Whether a word may be the verb of its part of the sentence: first, or after "then". */
  private boolean leads(Tokens tokens, int index) {
    var i = index;
    while (i > 0 && !tokens.at(i).begins()) {
      if (words.in(WordList.JOINERS, tokens.word(i - 1))) {
        return true;
      }
      if (!words.in(WordList.ADVERBS, tokens.word(i - 1))) {
        return false;
      }
      i--;
    }
    return true;
  }
}
