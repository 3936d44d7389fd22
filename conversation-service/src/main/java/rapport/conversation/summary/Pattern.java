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
 *
 * @param source as it was written
 */
public record Pattern(String source, List<Piece> pieces) {

  public Pattern {
    pieces = List.copyOf(pieces);
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
    return slots(pieces);
  }

  /** How loosely the values sit in it; words that fit always read better. */
  int looseness() {
    return slots().mapToInt(slot -> slot.form().looseness()).max().orElse(0);
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
