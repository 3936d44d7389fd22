package rapport.conversation.summary;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rapport.conversation.summary.Tokens.Token;

/** Capital letters: at the beginning of a sentence, and away from the middle of one. */
final class Casing {

  private static final int LONGEST_ACRONYM = 4;

  private final Words words;
  private final Set<String> listed;
  private final boolean keepsCapitals;

  Casing(Words words) {
    this.words = words;
    this.listed =
        Stream.concat(
                words.lists().values().stream().flatMap(list -> list.all().stream()),
                words
                    .inflected(
                        WordList.ROLES, WordList.COUNTABLE, WordList.VERBS, WordList.VERBS_OF_ONE)
                    .keySet()
                    .stream())
            .collect(Collectors.toUnmodifiableSet());
    this.keepsCapitals = words.all(WordList.COMMON).all().isEmpty();
  }

  String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, text.offsetByCodePoints(0, 1)).toUpperCase(words.locale())
            + text.substring(text.offsetByCodePoints(0, 1));
  }

  /**
   * The text as it may stand in the middle of a sentence. A language that lists no common words
   * keeps its capitals.
   *
   * @param careful whether names are likely, so that only words known not to be names are changed
   */
  String inside(String text, boolean careful) {
    var tokens = words.tokens(text);
    if (keepsCapitals) {
      var deed = !careful && words.in(WordList.FIXED_VERBS, tokens.word(0));
      return deed ? text.substring(0, 1).toLowerCase(words.locale()) + text.substring(1) : text;
    }
    var changed = new StringBuilder(text);
    for (var i = 0; tokens.has(i); i++) {
      if (capitalOnly(tokens.at(i))) {
        var end = endOfRun(tokens, i);
        var run = tokens.all().subList(i, end);
        var alone = end == i + 1 && i == 0 && !careful && !beforeCapitals(tokens, i);
        if (alone ? !isProper(tokens.at(i)) : run.stream().allMatch(this::isCommon)) {
          run.forEach(token -> changed.replace(token.start(), token.end(), token.word()));
        }
        i = end - 1;
      }
    }
    return changed.toString();
  }

  /** Capitalised words side by side are most likely one name. */
  private int endOfRun(Tokens tokens, int start) {
    var end = start + 1;
    while (!tokens.endsBefore(end) && capitalOnly(tokens.at(end))) {
      end++;
    }
    return end;
  }

  private boolean beforeCapitals(Tokens tokens, int index) {
    return !tokens.endsBefore(index + 1)
        && Character.isUpperCase(tokens.at(index + 1).written().codePointAt(0))
        && !isAcronym(tokens.at(index + 1))
        && !isCommon(tokens.at(index));
  }

  /** A name written without capitals, or in nothing but capitals, as names are written. */
  String name(String text) {
    var lower = text.toLowerCase(words.locale());
    var shouted = text.length() > LONGEST_ACRONYM && text.equals(text.toUpperCase(words.locale()));
    return shouted || text.equals(lower) ? capitals(shouted ? lower : text) : text;
  }

  private String capitals(String text) {
    var tokens = words.tokens(text);
    if (tokens.size() > 3 || tokens.all().stream().anyMatch(this::isSmall)) {
      return text;
    }
    var changed = new StringBuilder(text);
    for (Token token : tokens.all()) {
      changed.replace(token.start(), token.end(), capital(token.written()));
    }
    return changed.toString();
  }

  private boolean isSmall(Token token) {
    return words.in(WordList.PREPOSITIONS, token.word())
        || words.in(WordList.JOINERS, token.word())
        || words.in(WordList.DETERMINERS, token.word());
  }

  private boolean capitalOnly(Token token) {
    var written = token.written();
    if (written.length() == 1) {
      return Character.isUpperCase(written.codePointAt(0))
          && words.in(WordList.DETERMINERS, token.word());
    }
    var rest = written.substring(written.offsetByCodePoints(0, 1));
    return Character.isUpperCase(written.codePointAt(0))
        && rest.equals(rest.toLowerCase(words.locale()));
  }

  private boolean isAcronym(Token token) {
    var written = token.written();
    return written.length() > 1 && written.equals(written.toUpperCase(words.locale()));
  }

  private boolean isProper(Token token) {
    return words.proper().containsKey(token.word());
  }

  private boolean isCommon(Token token) {
    return !isProper(token)
        && (listed.contains(token.word()) || words.common().matcher(token.word()).matches());
  }
}
