package rapport.conversation.summary;

import java.util.List;
import java.util.stream.Stream;
import rapport.conversation.summary.Piece.Literal;
import rapport.conversation.summary.Piece.Name;
import rapport.conversation.summary.Piece.Optionally;
import rapport.conversation.summary.Piece.Series;
import rapport.conversation.summary.Piece.Slot;

/**
 * A sentence with places for values. What it needs is what stands outside brackets.
 *
 * <pre>
 * {name} is {job_title:a}[ in {industry:brief things}][, aged {age:number}].
 * Think of companies with &lt;{num_employees:count|employee|employees}; {revenue:amount} a year&gt;.
 * </pre>
 */
public final class Pattern {

  private final String source;
  private final List<Piece> pieces;
  private final List<Slot> slots;
  private final int looseness;

  /**
   * @param source as it was written
   */
  public Pattern(String source, List<Piece> pieces) {
    this.source = source;
    this.pieces = List.copyOf(pieces);
    this.slots = slots(pieces).toList();
    this.looseness = slots.stream().mapToInt(slot -> slot.form().looseness()).max().orElse(0);
  }

  /** As it was written. */
  public String source() {
    return source;
  }

  List<Piece> pieces() {
    return pieces;
  }

  /** The fields it can quote. */
  Stream<String> paths() {
    return slots().map(Slot::path);
  }

  /** A field it can quote, and how. */
  public record Use(String path, Form form) {}

  /** The fields it can quote, each time it does. */
  public Stream<Use> uses() {
    return slots().map(slot -> new Use(slot.path(), slot.form()));
  }

  Stream<Slot> slots() {
    return slots.stream();
  }

  /** How loosely the values sit in it; words that fit always read better. */
  int looseness() {
    return looseness;
  }

  private static Stream<Slot> slots(List<Piece> pieces) {
    return pieces.stream()
        .flatMap(piece ->
            switch (piece) {
              case Literal _, Name _ -> Stream.of();
              case Slot slot -> Stream.of(slot);
              case Optionally(var inner) -> slots(inner);
              case Series(var items) -> items.stream().flatMap(Pattern::slots);
            });
  }
}
