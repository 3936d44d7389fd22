package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the languages in a sentence about them: "German, the younger ones speak rather good English
 * as well". A mere list is left as it was said.
 */
final class SpokenLanguages {

  /** "German and a little bit of French" is a list; more words than these between are none. */
  private static final int MOST_WORDS_BESIDES = 4;

  private final Reading reading;

  SpokenLanguages(Reading reading) {
    this.reading = reading;
  }

  /** The languages as they were called; empty when there are fewer than two, or one is denied. */
  Optional<String> in(Span words) {
    var named = named(words);
    if (named.size() < 2 || denies(words)) {
      return Optional.empty();
    }
    var list = new Span(named.getFirst().from(), named.getLast().to());
    var names = named.stream().mapToInt(Span::size).sum();
    if (words.size() - names <= MOST_WORDS_BESIDES) {
      return Optional.empty();
    }
    return Optional.of(
        list.size() - names <= MOST_WORDS_BESIDES && !spokenWith(list)
            ? reading.quote(list)
            : named.stream().map(reading::quote).collect(Collectors.joining(", ")));
  }

  /** "Tagalog with the family, English with clients" tells besides when each is spoken. */
  private boolean spokenWith(Span list) {
    return IntStream.range(list.from(), list.to())
        .anyMatch(at ->
            reading.language().has("withs", reading.tokens(), at)
                || reading.language().has("employers", reading.tokens(), at));
  }

  private List<Span> named(Span words) {
    var named = new ArrayList<Span>();
    for (var at = words.from(); at < words.to(); at++) {
      var length = reading.language().length("spoken_languages", reading.tokens(), at, words.to());
      if (length > 0) {
        named.add(new Span(at, at + length));
        at += length - 1;
      }
    }
    return named;
  }

  private boolean denies(Span words) {
    return IntStream.range(words.from(), words.to())
        .anyMatch(at -> reading.language().has("negations", reading.tokens(), at));
  }
}
