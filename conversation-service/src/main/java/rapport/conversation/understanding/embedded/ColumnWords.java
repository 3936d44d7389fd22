package rapport.conversation.understanding.embedded;

/** Takes the words around a value off that are not part of it. */
final class ColumnWords {

  private final Reading reading;

  ColumnWords(Reading reading) {
    this.reading = reading;
  }

  /** The value in some words of a column. */
  Span bare(Column column, Span span) {
    return switch (column.kind()) {
      case PEOPLE, THINGS ->
          new Cursor(reading, current(column, span))
              .skip("correction_links")
              .skip("column_articles")
              .rest();
      case MESSAGE -> unquoted(new Cursor(reading, span).skip("message_openers").rest());
      case LENGTH -> current(column, span);
      case ACTIONS, OTHER -> span;
    };
  }

  /** The "three weeks" of "three weeks, not two", when there was something to correct. */
  private Span current(Column column, Span span) {
    return column.filled() ? new Denials(reading).withoutOld(span) : span;
  }

  private Span unquoted(Span span) {
    var from = span.from();
    var to = span.to();
    while (from < to && RowTitles.QUOTES.contains(reading.tokens().get(from).lower())) {
      from++;
    }
    while (to > from && RowTitles.QUOTES.contains(reading.tokens().get(to - 1).lower())) {
      to--;
    }
    return new Span(from, to);
  }
}
