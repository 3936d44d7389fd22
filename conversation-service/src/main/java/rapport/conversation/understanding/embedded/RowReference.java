package rapport.conversation.understanding.embedded;

import java.util.List;

/**
 * Words that speak of rows.
 *
 * @param rows those that are meant; none when there is no such row
 * @param span the words, with their article
 * @param kind how the rows are spoken of
 * @param called what word says that a row is meant
 */
record RowReference(List<Row> rows, Span span, Kind kind, Called called) {

  /** How rows can be spoken of. */
  enum Kind {
    /** By what it is called: "Decision". */
    TITLE,
    /** By its place: "the second one", "stage 3". */
    NUMBER,
    /** As all there are: "each stage". */
    ALL,
    /** As the one that is talked about: "this stage". */
    THIS
  }

  /** The word a row is spoken of with. */
  enum Called {
    /** What rows of the group are called: "stage". */
    BY_GROUP,
    /** "One". */
    ONE,
    NOTHING
  }

  RowReference {
    rows = List.copyOf(rows);
  }

  int to() {
    return span.to();
  }

  /** Whether it can hardly mean anything but a row. */
  boolean certain() {
    return kind == Kind.TITLE || kind == Kind.ALL || called == Called.BY_GROUP;
  }
}
