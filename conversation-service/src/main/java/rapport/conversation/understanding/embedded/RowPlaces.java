package rapport.conversation.understanding.embedded;

import org.jspecify.annotations.Nullable;
import rapport.conversation.understanding.embedded.Phrases.Names;
import rapport.conversation.understanding.embedded.RowReference.Kind;

/** Understands where a row is to go: "after Decision", "to the front", "as the second stage". */
final class RowPlaces {

  /** More words than these name no row, not even one there is not. */
  private static final int MOST_WORDS_OF_A_NAME = 5;

  private final Reading reading;

  RowPlaces(Reading reading) {
    this.reading = reading;
  }

  /** A place, and the words that say it. */
  record Said(RowPlace place, Span span) {}

  /** The place these words end with, or null. */
  @Nullable Said atEnd(Span span) {
    for (var at = span.from(); at < span.to(); at++) {
      var place = whole(new Span(at, span.to()));
      if (place != null) {
        return new Said(place, new Span(at, span.to()));
      }
    }
    return null;
  }

  /**
   * The place these words begin with, such as the "after Decision" of "after Decision, Renewal".
   */
  @Nullable Said atStart(Span span) {
    var words = new Cursor(reading, span);
    var before = words.take("row_before");
    if (!before && !words.take("row_after")) {
      return null;
    }
    var row = words.takeRow();
    if (row == null || row.rows().size() != 1) {
      return null;
    }
    return new Said(beside(before, row), new Span(span.from(), words.rest().from()));
  }

  /** The place these words are, or null. */
  @Nullable RowPlace whole(Span span) {
    var beside = beside(span);
    if (beside != null) {
      return beside;
    }
    if (is("row_to_start", span)) {
      return RowPlace.number(1);
    }
    if (is("row_to_end", span)) {
      return RowPlace.number(-1);
    }
    if (is("row_up", span)) {
      return new RowPlace(RowPlace.Kind.UP, null, 0);
    }
    return is("row_down", span) ? new RowPlace(RowPlace.Kind.DOWN, null, 0) : numbered(span);
  }

  private boolean is(String list, Span span) {
    return reading.language().list(list).whole(reading.tokens(), span, Names.NONE) != null;
  }

  /** "Before Decision", "between Awareness and Decision". */
  private @Nullable RowPlace beside(Span span) {
    var words = new Cursor(reading, span);
    if (words.take("row_between")) {
      var rows = words.takeRows();
      return rows != null && words.empty() && rows.rows().size() == 2
          ? new RowPlace(RowPlace.Kind.AFTER, earlier(rows), 0)
          : null;
    }
    var before = words.take("row_before");
    if (!before && !words.take("row_after")) {
      return null;
    }
    var name = words.rest();
    var row = words.takeRow();
    if (row != null && words.empty()) {
      return beside(before, row);
    }
    return unknown(name) ? new RowPlace(RowPlace.Kind.NOWHERE, null, 0) : null;
  }

  private static RowPlace beside(boolean before, RowReference row) {
    if (row.rows().isEmpty()) {
      return new RowPlace(RowPlace.Kind.NOWHERE, null, 0);
    }
    return new RowPlace(
        before ? RowPlace.Kind.BEFORE : RowPlace.Kind.AFTER,
        before ? row.rows().getFirst() : row.rows().getLast(),
        0);
  }

  private static Row earlier(RowReference rows) {
    var first = rows.rows().getFirst();
    var second = rows.rows().getLast();
    return first.index() < second.index() ? first : second;
  }

  /**
   * Whether these few words are the name of something that is no row: "Onboarding", "the Foo
   * stage".
   */
  boolean unknown(Span span) {
    return !span.empty()
        && span.size() <= MOST_WORDS_OF_A_NAME
        && reading.rows().cue(span.to() - 1, span.to()) > 0;
  }

  /** "As the second stage", "to position 2", "first". */
  private @Nullable RowPlace numbered(Span span) {
    var words = new Cursor(reading, span);
    var led = words.take("row_as");
    var at = words.rest();
    if (led && (words.take("row_positions") || words.takeCue() || words.take("row_numbers"))) {
      words.take("row_numbers");
      var number = words.takeNumber();
      return number > 0 && words.empty() ? RowPlace.number(number) : null;
    }
    words.reset(at);
    words.take("row_articles");
    var ordinal =
        reading
            .language()
            .list("ordinals")
            .longest(reading.tokens(), words.rest().from(), span.to(), Names.NONE);
    if (ordinal == null) {
      return null;
    }
    words.reset(new Span(ordinal.to(), span.to()));
    var closed = words.takeCue() || words.take("row_ones") || words.take("row_positions");
    return words.empty() && (led || closed || span.size() == 1)
        ? RowPlace.number(Integer.parseInt(ordinal.meaning()))
        : null;
  }

  /** Whether a place names a row, so that nothing but rows can be meant. */
  static boolean besideRow(RowPlace place) {
    return place.beside() != null || place.kind() == RowPlace.Kind.NOWHERE;
  }

  /** Whether a reference means a single row. */
  static boolean single(RowReference reference) {
    return reference.rows().size() == 1 && reference.kind() != Kind.ALL;
  }
}
