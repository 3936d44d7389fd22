package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import rapport.conversation.understanding.embedded.ColumnEvidence.Strength;

/** Words of a message that belong to one column, as they were met. */
final class ColumnRun {

  private final Column column;
  private final Strength strength;
  private final List<Span> parts = new ArrayList<>();
  private int lastPiece;

  ColumnRun(ColumnEvidence first, int piece) {
    this.column = first.column();
    this.strength = first.strength();
    parts.add(first.value());
    lastPiece = piece;
  }

  Column column() {
    return column;
  }

  Strength strength() {
    return strength;
  }

  /**
   * Adds a part.
   *
   * @param piece its number; it goes on from the part before when that has the number before
   * @param whole the part with the words that led to it
   */
  void add(Span value, Span whole, int piece) {
    if (piece == lastPiece + 1) {
      parts.add(new Span(parts.removeLast().from(), value.to()));
    } else {
      parts.add(value.empty() ? whole : value);
    }
    lastPiece = piece;
  }

  Span last() {
    return parts.getLast();
  }

  /** From the first word to the last. */
  Span span() {
    return new Span(parts.getFirst().from(), parts.getLast().to());
  }

  boolean unbroken() {
    return parts.size() == 1;
  }

  /** The words, without what was said about other columns in between. */
  String text(Reading reading) {
    return parts.stream().map(reading::quote).collect(Collectors.joining(", "));
  }
}
