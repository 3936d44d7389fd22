package rapport.conversation.understanding.embedded;

import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Words that name fields before they tell a value: "their industry is", "income:", "the wider
 * culture is", "the content we give is".
 *
 * @param fields what is named; more than one where they share the name
 * @param to where the value begins
 * @param sign the first word or sign between both
 * @param determined whether an article or the like stands before the name
 */
record Naming(Set<String> fields, int to, String sign, boolean determined) {

  /** The "wider" of "the wider culture". */
  private static final int MOST_WORDS_BEFORE = 2;

  /** The "we give" of "the content we give is". */
  private static final int MOST_WORDS_BETWEEN = 4;

  /** The naming that some words begin with, of one of these fields, or null. */
  static @Nullable Naming at(Reading reading, Span words, Set<String> paths) {
    var language = reading.language();
    var tokens = reading.tokens();
    var opened = language.afterOpeners("answer_openers", tokens, words);
    var start = language.afterOpeners("determiners", tokens, opened);
    var determined = start.from() > opened.from();
    var most = determined ? MOST_WORDS_BEFORE : 0;
    for (var skipped = 0; skipped <= most && start.from() + skipped < start.to(); skipped++) {
      var from = start.from() + skipped;
      if (skipped > 0 && !describes(reading, from - 1)) {
        return null;
      }
      var cue = reading.names().cue(tokens, from, start.to(), paths);
      if (cue != null) {
        var copula = copula(reading, cue.to(), start.to(), determined);
        var length = copula < 0 ? 0 : language.length("copulas", tokens, copula, start.to());
        return length == 0 || copula + length >= start.to()
            ? null
            : new Naming(cue.fields(), copula + length, tokens.get(copula).lower(), determined);
      }
    }
    return null;
  }

  /** Whether a word may stand between an article and a name. */
  private static boolean describes(Reading reading, int at) {
    return reading.tokens().get(at).word()
        && reading.language().length("copulas", reading.tokens(), at, at + 1) == 0
        && !reading.language().has("no_titles", reading.tokens(), at)
        && !reading.language().has("joints", reading.tokens(), at);
  }

  /** Where the copula is: right after the name, or after who has what is named; -1 for nowhere. */
  private static int copula(Reading reading, int from, int to, boolean determined) {
    var language = reading.language();
    var tokens = reading.tokens();
    if (language.length("copulas", tokens, from, to) > 0) {
      return from;
    }
    var somebody =
        determined
            && (language.has("somebody", tokens, from) || language.has("relatives", tokens, from));
    return IntStream.rangeClosed(
            from + 2, somebody ? Math.min(to, from + MOST_WORDS_BETWEEN) : from)
        .filter(at -> language.length("copulas", tokens, at, to) > 0)
        .findFirst()
        .orElse(-1);
  }
}
