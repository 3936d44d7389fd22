package rapport.conversation.summary;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells in a list of short texts what is liked from what is not. */
final class Likings {

  private static final int MOST = 4;
  private static final int LONGEST = 50;

  private final Words words;
  private final PhraseReader reader;
  private final Casing casing;

  Likings(Words words, PhraseReader reader, Casing casing) {
    this.words = words;
    this.reader = reader;
    this.casing = casing;
  }

  /** Those that a form asks for, as one list; empty when there are none. */
  Optional<String> of(Form form, List<String> tags) {
    var wanted =
        switch (form) {
          case LIKES -> told(tags, this::liked);
          case DISLIKES -> told(tags, this::disliked);
          case POINTS -> told(tags, this::neither);
          default -> List.<String>of();
        };
    return wanted.isEmpty() ? Optional.empty() : Optional.of(words.list(wanted));
  }

  private interface Reading {
    @Nullable String of(String tag);
  }

  private List<String> told(List<String> tags, Reading reading) {
    return tags.stream()
        .flatMap(tag -> reader.read(tag).stream())
        .map(Phrase::text)
        .flatMap(tag -> Stream.ofNullable(reading.of(tag)))
        .flatMap(tag -> reader.read(tag).stream())
        .filter(phrase -> !isSentence(phrase.text()) && phrase.text().length() <= LONGEST)
        .map(phrase -> casing.inside(phrase.text(), false))
        .distinct()
        .limit(MOST)
        .toList();
  }

  private boolean isSentence(String tag) {
    return words.in(WordList.SUBJECTS, words.tokens(tag).word(0));
  }

  private @Nullable String liked(String tag) {
    return disliked(tag) == null ? without(tag, WordList.LIKES) : null;
  }

  private @Nullable String neither(String tag) {
    var word = tag.toLowerCase(words.locale());
    var empty = words.in(WordList.LIKES, word) || words.in(WordList.DISLIKES, word);
    return empty || liked(tag) != null || disliked(tag) != null ? null : tag;
  }

  private @Nullable String disliked(String tag) {
    return without(tag, WordList.DISLIKES);
  }

  /** The words after "likes" or "can't stand"; null when the tag does not begin like that. */
  private @Nullable String without(String tag, WordList prefixes) {
    var tokens = words.tokens(tag);
    var subject = words.in(WordList.SUBJECTS, tokens.word(0)) ? 1 : 0;
    var length = tokens.match(subject, words.all(prefixes));
    var from = subject + length;
    return length > 0 && tokens.has(from)
        ? Objects.requireNonNull(tag.substring(tokens.at(from).start()))
        : null;
  }
}
