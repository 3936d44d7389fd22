package rapport.conversation.understanding.embedded;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a language knows about one field, beyond the cues in the flow's texts.
 *
 * @param cues more words that announce a typed value
 * @param names what commands call it for short: "the title"
 * @param leads words right before the value: "lives in"
 * @param keeps words that begin a clause which is the value as a whole
 * @param traits what, said of somebody, is the value: "impulsive"
 * @param values words that are values by themselves, with the value each stands for
 * @param subjects who, at the beginning of a clause, does what the field is about
 * @param tails words right after the value: "weigh in"
 * @param own the option of a choice that says that people name the rows of a group themselves
 * @param kinds how the field behaves
 */
record FieldWords(
    List<String> cues,
    List<String> names,
    Phrases<String> leads,
    Phrases<String> keeps,
    Phrases<String> traits,
    Phrases<String> values,
    Phrases<String> subjects,
    Phrases<String> tails,
    @Nullable String own,
    Set<Kind> kinds) {

  /** What sets a field apart from others of its type. */
  enum Kind {
    /** Only its known values are kept, none of the words around them. */
    CLOSED,
    /** What somebody works as. */
    TITLE,
    /** What somebody is called. */
    PERSON,
    /** What the persona is called that all of it is about. */
    PERSONA,
    /** A company's name. */
    ORGANISATION,
    /** Likes and dislikes. */
    POLARITY,
    /** A country. */
    COUNTRY,
    /** Where somebody lives: a town, a region. */
    PLACE,
    /** Its values may stand before a word like "company". */
    BEFORE_COMPANY,
    /** Its values mean it only when it was asked. */
    ASKED_ONLY,
    /** The words that lead to the value belong to it. */
    KEEPS_LEAD,
    /** May be answered before it is asked, by a clause that is one of its values. */
    AHEAD,
    /** Ends the conversation: may be answered before it is asked when nothing is missing. */
    AT_LAST,
    /** A bare number, given as the answer, counts years. */
    YEARS,
    /** What a company sells. */
    WARES,
    /** Who a company sells to. */
    BUYERS,
    /** The sum of a whole year. */
    YEARLY,
    /** Counts the people somebody lives with. */
    HOUSEHOLD,
    /** Counts the people who work somewhere. */
    WORKFORCE,
    /** What somebody did for a number of years. */
    EXPERIENCE,
    /** What somebody does. */
    ACTIONS,
    /** A sum, when a single one is told with its currency. */
    SUM,
    /** A currency, kept as its ISO 4217 code. */
    CURRENCY,
    /** Names of languages. */
    LANGUAGES,
    /** A list of people. */
    PEOPLE,
    /** A list of things, each known as one of its values. */
    THINGS,
    /** Something to be told, in so many words. */
    MESSAGE,
    /** What somebody wants to get done. */
    WISH,
    /** How much there is of something, by a number or in words such as "a few". */
    QUANTITY
  }

  static final FieldWords NONE =
      new FieldWords(
          List.of(),
          List.of(),
          new Phrases<>(),
          new Phrases<>(),
          new Phrases<>(),
          new Phrases<>(),
          new Phrases<>(),
          new Phrases<>(),
          null,
          Set.of());

  /** Every word of its phrases. */
  Set<String> said() {
    return Stream.of(leads, keeps, traits, values, subjects, tails)
        .flatMap(phrases -> phrases.words().stream())
        .collect(Collectors.toSet());
  }

  boolean is(Kind kind) {
    return kinds.contains(kind);
  }
}
