package rapport.conversation.understanding.embedded;

import org.jspecify.annotations.Nullable;
import rapport.conversation.understanding.embedded.Phrases.Names;

/** Takes known phrases off both ends of some words. */
final class Cursor {

  private final Reading reading;
  private int from;
  private int to;

  Cursor(Reading reading, Span span) {
    this.reading = reading;
    this.from = span.from();
    this.to = span.to();
  }

  /** The words that are left. */
  Span rest() {
    return new Span(from, to);
  }

  boolean empty() {
    return from >= to;
  }

  /** Takes a phrase of the list off the beginning; whether there is one. */
  boolean take(String list) {
    var length = reading.language().length(list, reading.tokens(), from, to);
    from += length;
    return length > 0;
  }

  /** Takes a phrase of these off the beginning, if there is one. */
  void takeIf(Phrases<String> phrases) {
    from += phrases.length(reading.tokens(), from, to);
  }

  /** Takes phrases of the list off the beginning as often as there are any. */
  Cursor skip(String list) {
    from = reading.language().afterOpeners(list, reading.tokens(), rest()).from();
    return this;
  }

  /** Takes a phrase of the list off the end; whether there is one. */
  boolean takeLast(String list) {
    var phrases = reading.language().list(list);
    for (var at = from; at < to; at++) {
      if (phrases.whole(reading.tokens(), new Span(at, to), Names.NONE) != null) {
        to = at;
        return true;
      }
    }
    return false;
  }

  /** Takes phrases of the list off the end as often as there are any. */
  Cursor skipLast(String list) {
    to = reading.language().beforeClosers(list, reading.tokens(), rest()).to();
    return this;
  }

  /** Takes rows that are spoken of off the beginning; null when there are none. */
  @Nullable RowReference takeRows() {
    var reference = reading.rows().list(from, to);
    from = reference == null ? from : reference.to();
    return reference;
  }

  /** Takes one row that is spoken of off the beginning; null when there is none. */
  @Nullable RowReference takeRow() {
    var reference = reading.rows().at(from, to);
    from = reference == null ? from : reference.to();
    return reference;
  }

  /** Takes words for a row, such as "stage", off the beginning; whether there are any. */
  boolean takeCue() {
    var length = reading.rows().cue(from, to);
    from += length;
    return length > 0;
  }

  /** Takes a number off the beginning; 0 when there is none. */
  int takeNumber() {
    var number = from < to ? reading.rows().number(from) : 0;
    from += number > 0 ? 1 : 0;
    return number;
  }

  /** Goes back to where a copy of this stands. */
  void reset(Span span) {
    from = span.from();
    to = span.to();
  }
}
