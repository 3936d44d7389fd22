package rapport.conversation.summary;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import rapport.contracts.FieldValue;
import rapport.conversation.summary.Phrase.Shape;
import rapport.conversation.summary.Piece.Slot;

/** Fits a value into the place a sentence has for it, or says that it does not fit. */
final class Fitting {

  private static final int BRIEF = 60;
  private static final int LONG = 130;
  private static final int SENTENCE = 220;
  private static final int WHOLE = 240;
  private static final Pattern PARTED = Pattern.compile("[,;:(–—،؛]");
  private static final Pattern PARTS = Pattern.compile("[,;]\\s+");

  private final Words words;
  private final PhraseReader reader;
  private final Casing casing;
  private final Amounts amounts;
  private final Likings likings;
  private final Shortening shortening;
  private final Nouns nouns;
  private final Retelling retelling;

  Fitting(Words words) {
    this.words = words;
    this.reader = new PhraseReader(words);
    this.casing = new Casing(words);
    this.amounts = new Amounts(words);
    this.likings = new Likings(words, reader, casing);
    this.shortening = new Shortening(words);
    this.nouns = new Nouns(words, reader.verbs(), casing, shortening);
    this.retelling = new Retelling(words, reader, casing);
  }

  /** The value, and what kind of words it is. */
  Reading read(FieldValue value) {
    var written = value.display();
    var text = reader.whole(written);
    return new Reading(
        value, text, written.strip().toLowerCase(Locale.ROOT), reader.readCleaned(text));
  }

  /**
   * The value in the form that a place asks for.
   *
   * @param reading one that {@linkplain Reading#saysSomething says something}
   */
  Optional<Fitted> fit(Slot slot, Reading reading) {
    var value = reading.value();
    if (!slot.form().quotes() && speaksOfHimself(slot.form(), reading)) {
      return Optional.empty();
    }
    if (slot.form().whole() && slot.form() != Form.DURATION) {
      return retelling
          .tell(slot.form(), reading.words(), whole(reading), value.display())
          .map(Fitting::plain)
          .filter(words -> !slot.brief() || isBriefDeed(words));
    }
    var fitted =
        value instanceof FieldValue.Tags(var tags)
            ? likings.of(slot.form(), tags).map(Fitting::plain)
            : fit(slot, reading.words(), value.display().strip());
    return fitted
        .filter(words -> !words.text().isEmpty() || slot.form().silent())
        .filter(words -> !slot.brief() || isBrief(words));
  }

  private boolean speaksOfHimself(Form form, Reading reading) {
    return reader.isFirstPerson(form.whole() ? reading.text() : reading.words().text());
  }

  private static boolean isBrief(Fitted fitted) {
    return fitted.after() == null
        && fitted.text().length() <= BRIEF
        && !PARTED.matcher(fitted.text()).find();
  }

  private boolean isBriefDeed(Fitted fitted) {
    return isBrief(fitted) && words.noneJoins(fitted.text());
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
      case PLACE ->
          phrase.is(Shape.AT)
              ? Optional.of(clause(phrase))
              : when(phrase, Shape.THINGS).map(place -> plain(nouns.place(place.head())));
      case THINGS ->
          when(phrase, Shape.THINGS).map(things -> plain(nouns.things(things.head(), false)));
      case NAMES ->
          when(phrase, Shape.THINGS).map(things -> plain(nouns.things(things.head(), true)));
      case MANY ->
          when(phrase, Shape.THINGS)
              .filter(things -> nouns.several(things.head()))
              .map(things -> plain(nouns.things(things.head(), false)));
      case A -> when(phrase, Shape.THINGS).flatMap(this::one);
      case STEPS -> when(phrase, Shape.THINGS, Shape.AT).map(this::clause);
      case ANY -> Optional.of(plain(retelling.note(shorten(phrase.text(), LONG))));
      case OPTION -> when(phrase, Shape.THINGS).map(option -> plain(nouns.option(option.text())));
      case TITLE -> title(phrase);
      case NUMBER -> amounts.number(written).map(this::figures);
      case COUNT -> amounts.count(written, slot.one(), slot.many()).map(this::figures);
      case AMOUNT -> amounts.money(written).map(this::figures);
      case DURATION -> amounts.duration(written).map(this::figures);
      case LIKES, DISLIKES, POINTS -> Optional.empty();
      case SENTENCES, DEEDS, TASKS, LIST, PEOPLE, ROLES, NOTE, QUOTE, SAYING, ASIDE, HEADING ->
          throw new IllegalStateException("told whole: " + slot.form());
    };
  }

  /** The rest of an answer, to follow a sentence. */
  String rest(Phrase phrase) {
    if (reader.isFirstPerson(phrase.text())) {
      return "";
    }
    return phrase.is(Shape.SENTENCE)
        ? casing.capital(shorten(phrase.text(), SENTENCE))
        : shorten(casing.inside(phrase.text(), true), LONG);
  }

  /** With a capital letter, as a sentence begins. */
  String capital(String text) {
    return casing.capital(text);
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
    var parts = List.of(PARTS.split(text));
    var deeds =
        parts.stream()
            .skip(1)
            .map(part -> words.tokens(part))
            .allMatch(part -> reader.verbs().leading(part) != null);
    return deeds && words.noneJoins(text) ? words.list(parts) : text;
  }

  private Optional<Fitted> ofSeveral(Phrase phrase) {
    var text = phrase.is(Shape.DOES) ? reader.ofSeveral(phrase.head()) : Optional.of(phrase.head());
    return text.filter(this::isForSeveral).map(deed -> deeds(deed, phrase));
  }

  /** Whether a part of the text begins with what one person does. */
  boolean saysWhatOneDoes(String text) {
    var tokens = words.tokens(text);
    return IntStream.range(0, tokens.size())
        .filter(i -> tokens.at(i).begins())
        .anyMatch(i -> reader.verbs().leading(tokens, i) == Shape.DOES);
  }

  /** "They ask her sister" would be about two people. */
  private boolean isForSeveral(String text) {
    return words.tokens(text).all().stream()
        .noneMatch(token -> words.in(WordList.GENDERED, token.word()));
  }

  private String degree(String head) {
    return words.degrees().getOrDefault(head.toLowerCase(words.locale()), head);
  }

  private Optional<Fitted> one(Phrase phrase) {
    return nouns.one(phrase.head()).map(Fitting::plain);
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

  /**
   * How they are called, in full and in short.
   *
   * @param personal whether the first part of a person's name is short for it
   */
  List<String> names(Reading value, boolean personal) {
    if (personal) {
      return nouns.names(value.words().text());
    }
    var called = nouns.called(whole(value));
    return List.of(called, called);
  }

  /** All of a value, cleaned; only the end of a very long one is left out. */
  String whole(Reading value) {
    var told = shorten(value.text(), WHOLE);
    return told.length() < value.text().length() ? told + "…" : told;
  }
}
