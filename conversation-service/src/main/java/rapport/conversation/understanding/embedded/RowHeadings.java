package rapport.conversation.understanding.embedded;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rapport.conversation.understanding.embedded.RowReference.Called;
import rapport.conversation.understanding.embedded.RowReference.Kind;
import rapport.conversation.value.Token;

/**
 * Recognises where a message begins to be about a row: "Awareness: ...", "In the second stage it's
 * a month", "the duration of Decision is ...".
 */
final class RowHeadings {

  private static final Set<String> SIGNS = Set.of(":", "=", "|");

  private static final Set<String> BULLETS = Set.of("-", "*", "\u2022");

  private static final int MOST_WORDS_OF_A_NAME = 4;

  private final Reading reading;
  private final Durations durations;
  private final RowFieldNames names;

  RowHeadings(Reading reading, Durations durations) {
    this.reading = reading;
    this.durations = durations;
    this.names =
        new RowFieldNames(reading.rows(), reading.names(), Phrases.Names.NONE, reading.language());
  }

  /**
   * The beginning of a segment here, or null.
   *
   * @param place where a sentence or clause begins, up to the end of its sentence
   * @param sentence whether it is a sentence that begins
   */
  @Nullable RowSegment at(Span place, boolean sentence) {
    var words = opened(place);
    if (words.empty()) {
      return null;
    }
    var columnFirst = columnFirst(words);
    return columnFirst == null ? rowFirst(words, sentence) : columnFirst;
  }

  /**
   * The beginning of the next of several segments here, or null: after "in Awareness it's
   * colleagues" an "in Decision the CFO" needs no more than its name.
   */
  @Nullable RowSegment next(Span place) {
    var told = at(place, false);
    var cursor = new Cursor(reading, opened(place));
    if (told != null || !cursor.take("row_leads")) {
      return told;
    }
    var rows = cursor.takeRows();
    return rows != null && rows.certain() && proper(rows) && !cursor.empty()
        ? segment(rows, Set.of(), place.from(), withoutComma(cursor.rest()))
        : null;
  }

  /** Without a bullet, the number of a list, and words such as "and then". */
  private Span opened(Span place) {
    var from = place.from();
    while (from < place.to() && BULLETS.contains(reading.tokens().get(from).lower())) {
      from++;
    }
    var mark = reading.tokens().get(from + 1);
    if (reading.rows().number(from) > 0 && (mark.is(".") || mark.is(")"))) {
      from += 2;
    }
    return new Cursor(reading, new Span(from, place.to()))
        .skip("row_then")
        .skip("answer_openers")
        .skip("corrections")
        .skip("joints")
        .skip("row_then")
        .rest();
  }

  /** "The duration of Awareness is", "same influencers for all stages:". */
  private @Nullable RowSegment columnFirst(Span words) {
    var cursor = new Cursor(reading, words).skip("row_same");
    var columns = names.columns(reading.tokens(), cursor.rest().from(), words.to());
    if (columns == null) {
      return null;
    }
    cursor.reset(new Span(columns.to(), words.to()));
    var link = cursor.take("row_links");
    var rows = link ? cursor.takeRows() : null;
    if (rows == null || !rows.certain()) {
      return null;
    }
    var said = cursor.take("copulas");
    return said || durations.beginning(cursor.rest()).isPresent()
        ? segment(rows, columns.fields(), words.from(), cursor.rest())
        : null;
  }

  private @Nullable RowSegment rowFirst(Span words, boolean sentence) {
    var cursor = new Cursor(reading, words);
    var led = cursor.take("row_leads");
    var start = cursor.rest().from();
    var rows = cursor.takeRows();
    if (rows == null || longerName(start, rows, words.to())) {
      return sentence && rows == null ? nowhere(words) : null;
    }
    var rest = cursor.rest();
    var sign = sign(rest);
    if (sign > 0) {
      return new RowSegment(
          rows.rows(), Set.of(), new Span(words.from(), rest.from()), after(rest, sign));
    }
    if (durations.beginning(rest).isPresent() && proper(rows)) {
      return segment(rows, Set.of(), words.from(), rest);
    }
    if (!rows.certain() || !proper(rows)) {
      return null;
    }
    return begins(rest, led, sentence, rows)
        ? segment(rows, Set.of(), words.from(), withoutComma(rest))
        : null;
  }

  /** Whether what stands here after the name of a row is said about that row. */
  private boolean begins(Span rest, boolean led, boolean sentence, RowReference rows) {
    if (rest.empty()) {
      var mark = reading.tokens().get(rest.from());
      return sentence
          && !led
          && mark.kind() == Token.Kind.BREAK
          && rest.from() < reading.tokens().size();
    }
    if (column(rest)) {
      return true;
    }
    if (led && sentence) {
      return true;
    }
    var comma = reading.tokens().is(rest.from(), ",");
    var next = withoutComma(rest);
    var told = subject(next) || durations.beginning(next).isPresent();
    return told && (led || sentence) && (!comma || sentence || rows.called() == Called.BY_GROUP);
  }

  /** Whether the name of a column follows: "Decision's influencers are", "Decision takes". */
  private boolean column(Span rest) {
    return names.columns(reading.tokens(), rest.from(), rest.to()) != null
        && !reading.language().has("row_links", reading.tokens(), rest.from());
  }

  /** Whether somebody who acts follows: "they compare". */
  private boolean subject(Span rest) {
    var from = rest.from();
    if (reading.language().length("pronouns", reading.tokens(), from, rest.to()) > 0) {
      return true;
    }
    return reading.rows().table().rows().stream()
        .flatMap(row -> row.columns().values().stream())
        .anyMatch(
            field -> reading.words(field).subjects().length(reading.tokens(), from, rest.to()) > 0);
  }

  /** "Decision makers" is no decision. */
  private boolean longerName(int start, RowReference rows, int to) {
    var columns = names.columns(reading.tokens(), start, to);
    return columns != null && columns.to() > rows.to();
  }

  /** "For the decision they need" may be about a decision, "for the Decision" is about the row. */
  private boolean proper(RowReference rows) {
    if (rows.kind() != Kind.TITLE || rows.called() == Called.BY_GROUP) {
      return true;
    }
    var from = rows.span().from();
    var articles = reading.language().length("row_articles", reading.tokens(), from, rows.to());
    return articles == 0 || capital(from + articles);
  }

  private boolean capital(int at) {
    var token = reading.tokens().get(at);
    return token.word()
        && Character.isUpperCase(reading.tokens().text().codePointAt(token.start()));
  }

  /** How many tokens a sign after a name has here: a colon, or a dash between words. */
  private int sign(Span rest) {
    var tokens = reading.tokens();
    var token = tokens.get(rest.from());
    if (rest.empty()) {
      return 0;
    }
    if (SIGNS.contains(token.lower())) {
      return 1;
    }
    var arrow = token.is("-") && tokens.is(rest.from() + 1, ">");
    if (arrow) {
      return 2;
    }
    var dash = token.is("-") && (!tokens.touchesPrevious(rest.from() + 1) || longDash(token));
    var bracket = token.is("(") && bracketed(rest);
    return dash ? 1 : bracket ? 1 : 0;
  }

  private boolean longDash(Token token) {
    var sign = reading.tokens().text().charAt(token.start());
    return sign == '\u2014' || sign == '\u2013';
  }

  /** "Awareness (two weeks): they ..." */
  private boolean bracketed(Span rest) {
    return durations.beginning(new Span(rest.from() + 1, rest.to())).isPresent();
  }

  private static Span after(Span rest, int tokens) {
    return new Span(rest.from() + tokens, rest.to());
  }

  private Span withoutComma(Span rest) {
    return reading.tokens().is(rest.from(), ",") ? after(rest, 1) : rest;
  }

  private static RowSegment segment(
      RowReference rows, Set<String> columns, int from, Span content) {
    return new RowSegment(rows.rows(), columns, new Span(from, content.from()), content);
  }

  /** "In the Evaluation stage they" speaks of a row, if of one there is not. */
  private @Nullable RowSegment nowhere(Span words) {
    var cursor = new Cursor(reading, words);
    var led = cursor.take("row_leads") && cursor.take("row_articles");
    var from = cursor.rest().from();
    for (var at = from + 1; led && at < words.to() && at <= from + MOST_WORDS_OF_A_NAME; at++) {
      if (!reading.tokens().get(at - 1).word()) {
        return null;
      }
      if (reading.rows().cue(at, words.to()) > 0 && capital(from)) {
        return new RowSegment(
            List.of(), Set.of(), new Span(words.from(), at + 1), new Span(at + 1, words.to()));
      }
    }
    return null;
  }

  /**
   * Whether a sentence begins with a heading that names neither a row nor a column: "Renewal: ..."
   */
  boolean unknown(Span sentence) {
    var words = opened(sentence);
    for (var at = words.from() + 1;
        at < words.to() && at <= words.from() + MOST_WORDS_OF_A_NAME;
        at++) {
      if (!reading.tokens().get(at - 1).word()) {
        return false;
      }
      if (reading.tokens().is(at, ":")) {
        return reading.cues().stream().noneMatch(cue -> cue.span().from() == words.from());
      }
    }
    return false;
  }
}
