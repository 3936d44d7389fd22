package rapport.conversation.summary;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rapport.contracts.FieldValue;
import rapport.conversation.summary.Phrase.Shape;
import rapport.conversation.summary.Piece.Slot;
import rapport.conversation.summary.Words.Glue;

/** Fits a value into the place a sentence has for it, or says that it does not fit. */
final class Fitting {

  private static final int BRIEF = 60;
  private static final int LONG = 130;
  private static final int SENTENCE = 220;

  private final Words words;
  private final PhraseReader reader;
  private final Casing casing;
  private final Amounts amounts;
  private final Likings likings;
  private final Shortening shortening;

  Fitting(Words words) {
    this.words = words;
    this.reader = new PhraseReader(words);
    this.casing = new Casing(words);
    this.amounts = new Amounts(words);
    this.likings = new Likings(words, reader, casing);
    this.shortening = new Shortening(words);
  }

  /** What kind of words a value is, or empty when it says nothing. */
  Optional<Phrase> read(FieldValue value) {
    return reader.read(value.display());
  }

  /**
   * The value in the form that a place asks for.
   *
   * @param phrase the value as it was {@linkplain #read read}
   */
  Optional<Fitted> fit(Slot slot, FieldValue value, Phrase phrase) {
    var fitted =
        value instanceof FieldValue.Tags(var tags)
            ? likings.of(slot.form(), tags).map(Fitting::plain)
            : fit(slot, phrase, value.display().strip());
    return fitted
        .filter(words -> !words.text().isEmpty() || slot.form().silent())
        .filter(words -> !slot.brief() || isBrief(words));
  }

  private static boolean isBrief(Fitted fitted) {
    return fitted.after() == null
        && fitted.text().length() <= BRIEF
        && !fitted.text().matches(".*[,;:(–—].*");
  }

  private Optional<Fitted> fit(Slot slot, Phrase phrase, String written) {
    return switch (slot.form()) {
      case SENTENCE -> sentence(phrase);
      case DOES -> when(phrase, Shape.DOES, Shape.DOES_OR_DO).map(this::deeds);
      case DO -> when(phrase, Shape.DO, Shape.DOES_OR_DO, Shape.DOES).flatMap(this::ofSeveral);
      case HOW -> when(phrase, Shape.HOW).map(this::deeds);
      case MUCH -> when(phrase, Shape.MUCH).map(much -> fitted(degree(much.head()), much));
      case YES -> when(phrase, Shape.YES).map(yes -> fitted("", yes));
      case NO -> when(phrase, Shape.NO).map(no -> fitted("", no));
      case AT -> when(phrase, Shape.AT).map(this::clause);
      case PLACE -> place(phrase);
      case THINGS -> when(phrase, Shape.THINGS).map(things -> things(things, false));
      case NAMES -> when(phrase, Shape.THINGS).map(things -> things(things, true));
      case MANY ->
          when(phrase, Shape.THINGS).filter(this::several).map(things -> things(things, false));
      case A -> when(phrase, Shape.THINGS).flatMap(this::one);
      case STEPS -> when(phrase, Shape.THINGS, Shape.AT).map(this::clause);
      case ANY -> Optional.of(plain(shorten(casing.inside(phrase.text(), true), LONG)));
      case OPTION -> when(phrase, Shape.THINGS).map(option -> plain(option(option.text())));
      case TITLE -> title(phrase);
      case NUMBER -> amounts.number(written).map(this::figures);
      case COUNT -> amounts.count(written, slot.one(), slot.many()).map(this::figures);
      case AMOUNT -> amounts.money(written).map(this::figures);
      case DURATION -> amounts.duration(written).map(this::figures);
      case LIKES, DISLIKES, POINTS -> Optional.empty();
    };
  }

  /** The rest of an answer, to follow a sentence. */
  String rest(Phrase phrase) {
    return phrase.is(Shape.SENTENCE)
        ? casing.capital(shorten(phrase.text(), SENTENCE))
        : shorten(casing.inside(phrase.text(), true), LONG);
  }

  private static Optional<Phrase> when(Phrase phrase, Shape... shapes) {
    return phrase.is(shapes) ? Optional.of(phrase) : Optional.empty();
  }

  private static Fitted plain(String text) {
    return new Fitted(text, null);
  }

  private Fitted figures(String text) {
    return plain(casing.inside(text, true));
  }

  private static Fitted fitted(String text, Phrase phrase) {
    return new Fitted(text, phrase.rest());
  }

  private String shorten(String text, int longest) {
    return shortening.shorten(text, longest);
  }

  private Optional<Fitted> sentence(Phrase phrase) {
    return when(phrase, Shape.SENTENCE)
        .map(whole -> plain(casing.capital(shorten(whole.text(), SENTENCE))));
  }

  private Fitted clause(Phrase phrase) {
    return fitted(shorten(casing.inside(phrase.head(), false), LONG), phrase);
  }

  private Fitted deeds(Phrase phrase) {
    return deeds(phrase.head(), phrase);
  }

  private Fitted deeds(String text, Phrase phrase) {
    return fitted(joined(shorten(casing.inside(text, false), LONG)), phrase);
  }

  /** "works shifts, cycles everywhere" with the "and" that people leave out in notes. */
  private String joined(String text) {
    var parts = List.of(text.split("[,;]\\s+"));
    var deeds =
        parts.stream()
            .skip(1)
            .map(part -> Tokens.of(part, words.locale()))
            .allMatch(part -> reader.verbs().leading(part) != null);
    return deeds && noneJoins(text) ? words.list(parts) : text;
  }

  private boolean noneJoins(String text) {
    return Tokens.of(text, words.locale()).all().stream()
        .noneMatch(token -> words.in(WordList.JOINERS, token.word()));
  }

  private Optional<Fitted> ofSeveral(Phrase phrase) {
    var text = phrase.is(Shape.DOES) ? reader.ofSeveral(phrase.head()) : Optional.of(phrase.head());
    return text.filter(this::isForSeveral).map(deed -> deeds(deed, phrase));
  }

  /** Whether a part of the text begins with what one person does. */
  boolean saysWhatOneDoes(String text) {
    var tokens = Tokens.of(text, words.locale());
    return IntStream.range(0, tokens.size())
        .filter(i -> tokens.at(i).begins())
        .anyMatch(i -> reader.verbs().leading(tokens, i) == Shape.DOES);
  }

  /** "They ask her sister" would be about two people. */
  private boolean isForSeveral(String text) {
    return Tokens.of(text, words.locale()).all().stream()
        .noneMatch(token -> words.in(WordList.GENDERED, token.word()));
  }

  private String degree(String head) {
    return words.degrees().getOrDefault(head.toLowerCase(words.locale()), head);
  }

  /** Things up to the first part that is about doing something; that would not fit a list. */
  private Fitted things(Phrase phrase, boolean careful) {
    var text = onlyThings(phrase.head());
    return plain(determined(enumerated(shorten(casing.inside(text, careful), LONG))));
  }

  private String determined(String text) {
    var tokens = Tokens.of(text, words.locale());
    var needed =
        tokens.size() > 0
            && words.in(WordList.NEEDS_ARTICLE_BEFORE, tokens.word(tokens.size() - 1))
            && !words.in(WordList.DETERMINERS, tokens.word(0))
            && !text.contains(",");
    return needed ? words.glue(Glue.ARTICLE) + text : text;
  }

  private String onlyThings(String text) {
    var tokens = Tokens.of(text, words.locale());
    for (var i = 1; tokens.has(i); i++) {
      if (tokens.at(i).begins()) {
        var subject = words.in(WordList.SUBJECTS, tokens.word(i));
        if (subject || reader.verbs().leading(tokens, i) != null) {
          return text.substring(0, tokens.at(i - 1).end());
        }
      }
    }
    return text;
  }

  /** "a, b, c" as "a, b and c", when these are the items of a list and nothing else. */
  private String enumerated(String text) {
    var items = Arrays.stream(text.split(",\\s+|\\s*[;/]\\s+")).map(String::strip).toList();
    var plain = items.size() > 1 && items.stream().allMatch(this::isItem) && noneJoins(text);
    return plain ? words.list(items) : text;
  }

  private boolean isItem(String text) {
    var tokens = Tokens.of(text, words.locale());
    return tokens.size() > 0
        && tokens.size() <= 4
        && text.matches("\\p{L}[^:()–—]*")
        && !words.in(WordList.PREPOSITIONS, tokens.word(0))
        && !words.in(WordList.CONDITIONS, tokens.word(0))
        && !words.in(WordList.ADVERBS, tokens.word(0))
        && !words.in(WordList.NO, tokens.word(0))
        && !words.in(WordList.ADJECTIVES, text.toLowerCase(words.locale()));
  }

  private Optional<Fitted> one(Phrase phrase) {
    var text = shorten(first(onlyThings(phrase.head())), LONG);
    var single = !isPlural(text);
    return single && !text.isEmpty()
        ? Optional.of(plain(words.withArticle(casing.inside(text, false))))
        : Optional.empty();
  }

  private boolean several(Phrase phrase) {
    return isPlural(first(onlyThings(phrase.head())));
  }

  private boolean isPlural(String text) {
    return words.plural().matcher(text.toLowerCase(words.locale())).matches();
  }

  /** The words before the first comma, and those after it when they depend on it. */
  private String first(String text) {
    var tokens = Tokens.of(text, words.locale());
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

  private Optional<Fitted> title(Phrase phrase) {
    var comma = phrase.text().indexOf(", ");
    return comma < 0
        ? Optional.empty()
        : reader
            .read(phrase.text().substring(comma + 1))
            .flatMap(title -> when(title, Shape.THINGS))
            .flatMap(this::one);
  }

  private Optional<Fitted> place(Phrase phrase) {
    if (phrase.is(Shape.AT)) {
      return Optional.of(clause(phrase));
    }
    return when(phrase, Shape.THINGS)
        .map(things -> {
          var name = casing.inside(onlyThings(things.head()), true);
          var first = Tokens.of(name, words.locale()).word(0);
          var article = words.in(WordList.NEEDS_ARTICLE, first) ? words.glue(Glue.ARTICLE) : "";
          return plain(words.glue(Glue.PLACE) + article + casing.name(name));
        });
  }

  private String option(String text) {
    var article = words.glue(Glue.ARTICLE);
    var lower =
        Tokens.of(text, words.locale()).all().stream()
            .map(token -> casing.inside(token.written(), false))
            .collect(Collectors.joining(" "));
    return lower.startsWith(article) ? lower.substring(article.length()) : lower;
  }

  private boolean isTitle(String part) {
    return words.in(WordList.TITLES, part)
        || words.in(WordList.ADJECTIVES, part)
        || words.adjective().matcher(part).matches();
  }

  private String called(String text) {
    var determined = words.in(WordList.DETERMINERS, Tokens.of(text, words.locale()).word(0));
    return determined
        ? text.substring(0, 1).toLowerCase(words.locale()) + text.substring(1)
        : casing.name(text);
  }

  /** How the person is called, in full and in short. */
  List<String> names(FieldValue value) {
    var text = reader.read(value.display()).map(Phrase::text).orElse("");
    var full = called(text.contains(",") ? text.substring(0, text.indexOf(',')) : text);
    var parts = full.split("\\s+");
    var personal =
        parts.length <= 3
            && Arrays.stream(parts)
                .allMatch(part -> !part.isEmpty() && Character.isUpperCase(part.codePointAt(0)))
            && !isTitle(parts[0].toLowerCase(words.locale()).replace(".", ""));
    return List.of(full, personal ? parts[0] : full);
  }
}
