package rapport.conversation.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import rapport.conversation.summary.Phrase.Shape;

/** Says what several people do, in whatever way it was said that somebody does it. */
final class Deeds {

  private static final int LONGEST = 200;
  private static final Pattern PARTS = Pattern.compile("[,;،؛]\\s+");

  private final Words words;
  private final PhraseReader reader;
  private final Verbs verbs;
  private final Casing casing;
  private final Map<String, String> gerunds;

  Deeds(Words words, PhraseReader reader, Casing casing) {
    this.words = words;
    this.reader = reader;
    this.verbs = reader.verbs();
    this.casing = casing;
    this.gerunds = words.gerunds(WordList.VERBS, WordList.VERBS_OF_ONE, WordList.VERBS_OR_NOUNS);
  }

  /** What those a text is about do, as it follows "they": "compare vendors and ask peers". */
  Optional<String> theirs(List<String> sentences) {
    return of(sentences, WordList.THEIR_SIDE);
  }

  /** What those a text is for are to do, as it follows "should"; "are" and "can" do not. */
  Optional<String> ours(List<String> sentences) {
    return of(sentences, WordList.OUR_SIDE).filter(this::areInfinitives);
  }

  private boolean areInfinitives(String deeds) {
    var tokens = words.tokens(deeds);
    return IntStream.range(0, tokens.size())
        .filter(i -> tokens.at(i).begins() || introduces(tokens.word(i - 1)))
        .mapToObj(tokens::word)
        .noneMatch(word ->
            words.in(WordList.NO_INFINITIVES, word) || words.in(WordList.FIXED_VERBS, word));
  }

  /**
   * @param doers whose deeds these have to be, when it is said whose
   */
  private Optional<String> of(List<String> sentences, WordList doers) {
    var told = sentences.stream().flatMap(sentence -> deed(sentence, doers).stream()).toList();
    var plain = told.size() == 1 || told.stream().allMatch(words::noneJoins);
    var text = words.list(told);
    return told.size() == sentences.size() && plain && text.length() <= LONGEST
        ? Optional.of(text)
        : Optional.empty();
  }

  private Optional<String> deed(String sentence, WordList doers) {
    var tokens = withoutDoer(sentence, doers);
    var shape = tokens.text().contains(":") ? null : leading(tokens, 0);
    if (shape == null || gendered(tokens) || ofOthersToo(tokens) || ofHimself(tokens)) {
      return Optional.empty();
    }
    var text = shape == Shape.DOES ? verbs.ofSeveral(tokens) : Optional.of(ofGerunds(tokens));
    return text.map(deed -> casing.inside(deed, false)).flatMap(this::joined);
  }

  private Tokens withoutDoer(String sentence, WordList doers) {
    var tokens = words.tokens(sentence);
    var length = tokens.match(0, words.all(doers));
    return length > 0 && tokens.has(length)
        ? words.tokens(sentence.substring(tokens.at(length).start()))
        : tokens;
  }

  /** "They ask her sister" would be about two people. */
  private boolean gendered(Tokens tokens) {
    return tokens.all().stream().anyMatch(token -> words.in(WordList.GENDERED, token.word()));
  }

  private boolean ofHimself(Tokens tokens) {
    return tokens.all().stream().anyMatch(token -> words.in(WordList.FIRST_PERSON, token.word()));
  }

  /** "Review the contract and we sign it", "compare vendors, the boss signs". */
  private boolean ofOthersToo(Tokens tokens) {
    return IntStream.range(1, tokens.size())
            .filter(i -> tokens.at(i).begins() || words.in(WordList.JOINERS, tokens.word(i - 1)))
            .anyMatch(i -> words.in(WordList.SUBJECTS, tokens.word(i)))
        || PARTS.splitAsStream(tokens.text()).skip(1).anyMatch(reader::isSentence);
  }

  /** Whether a text says what somebody does, without saying who. */
  boolean begins(String text) {
    return leading(words.tokens(text), 0) != null;
  }

  /** The verb that begins the part of a text from here on. */
  private @Nullable Shape leading(Tokens tokens, int start) {
    var i = start;
    while (tokens.has(i) && at(tokens, i) == null && introduces(tokens.word(i))) {
      i++;
    }
    return at(tokens, i);
  }

  private boolean introduces(String word) {
    return (words.in(WordList.ADVERBS, word) && !words.in(WordList.CONDITIONS, word))
        || words.in(WordList.JOINERS, word);
  }

  /** The verb that stands here where one is likely, or null. */
  private @Nullable Shape at(Tokens tokens, int i) {
    var word = tokens.word(i);
    var base = gerunds.getOrDefault(word, word);
    if (tokens.match(i, words.all(WordList.NO_DEEDS)) > 0 && !verbs.acts(tokens, i)) {
      return null;
    }
    var certain = verbs.at(tokens, i);
    if (certain != null) {
      return certain;
    }
    return words.in(WordList.VERBS, base)
            || tokens.match(i, words.all(WordList.DEEDS)) > 1
            || (mayBeVerb(base) && hasObject(tokens, i + 1))
        ? Shape.DO
        : null;
  }

  private boolean mayBeVerb(String base) {
    return words.in(WordList.VERBS_OF_ONE, base) || words.in(WordList.DEEDS, base);
  }

  private boolean hasObject(Tokens tokens, int i) {
    return !tokens.endsBefore(i)
        && (verbs.acts(tokens, i - 1)
            || words.in(WordList.PREPOSITIONS, tokens.word(i))
            || words.in(WordList.ADJECTIVES, tokens.word(i))
            || isSeveral(tokens, i));
  }

  /** Whether the thing that begins here is several. */
  private boolean isSeveral(Tokens tokens, int start) {
    var last = start;
    while (!tokens.endsBefore(last + 1)
        && !words.in(WordList.PREPOSITIONS, tokens.word(last + 1))
        && !words.in(WordList.JOINERS, tokens.word(last + 1))) {
      last++;
    }
    return words.plural().matcher(tokens.word(last)).matches();
  }

  /** "Comparing vendors, asking peers" as "compare vendors, ask peers". */
  private String ofGerunds(Tokens tokens) {
    if (!gerunds.containsKey(first(tokens))) {
      return tokens.text();
    }
    var text = new StringBuilder(tokens.text());
    for (var i = tokens.size() - 1; i >= 0; i--) {
      var token = tokens.at(i);
      var base = gerunds.get(token.word());
      var leads = i == 0 || token.begins() || introduces(tokens.word(i - 1));
      if (base != null && leads && at(tokens, i) != null) {
        text.replace(token.start(), token.end(), base);
      }
    }
    return text.toString();
  }

  private String first(Tokens tokens) {
    return IntStream.range(0, tokens.size())
        .mapToObj(tokens::word)
        .filter(word -> !introduces(word))
        .findFirst()
        .orElse("");
  }

  /** With the "and" that people leave out in notes; empty when the parts do not go together. */
  private Optional<String> joined(String text) {
    var parts = new ArrayList<>(Arrays.asList(PARTS.split(text)));
    var allDeeds = parts.stream().allMatch(this::begins);
    if (allDeeds && parts.size() > 1 && words.noneJoins(text)) {
      return Optional.of(words.list(parts));
    }
    return text.contains(";") ? Optional.empty() : Optional.of(text);
  }
}
