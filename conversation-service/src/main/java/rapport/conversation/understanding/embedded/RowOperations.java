package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rapport.conversation.dialogue.Act;
import rapport.conversation.flow.Group;

/** Understands what is to happen to rows: "add a Renewal stage after Decision", "drop the last". */
final class RowOperations {

  /** Longer clauses are stories. */
  private static final int LONGEST = 40;

  private static final List<String> STARTS =
      List.of(
          "row_adds",
          "row_adds_weak",
          "row_removes",
          "row_moves",
          "row_makes",
          "row_swaps",
          "row_renames",
          "row_calls",
          "row_replaces");

  private final Reading reading;
  private final Written written;
  private final List<Kind> kinds;

  RowOperations(Reading reading, RowTitles titles, Written written) {
    this.reading = reading;
    this.written = written;
    var order = new RowOrder(reading.rows().table());
    var places = new RowPlaces(reading);
    this.kinds =
        List.of(
            new RowRenaming(reading, titles),
            new RowMoving(reading, places, order),
            new RowRemoval(reading, places, order),
            new RowAddition(reading, places, titles, order));
  }

  /** One kind of operation. */
  interface Kind {
    /** The acts these words ask for; empty when they ask for nothing of the kind. */
    List<Act> acts(Span words);
  }

  /** There is no such row. */
  static Act unknown(Group group, String said) {
    return new Act.Misfit(group.title(), "no-such-item", said);
  }

  /**
   * Handles a sentence if it asks for operations.
   *
   * @return where the words that do so end; empty when there are none
   */
  Optional<Integer> read(Span sentence) {
    var end = Optional.<Integer>empty();
    var starts = starts(sentence);
    for (var i = 0; i < starts.size(); i++) {
      var to = i + 1 < starts.size() ? beforeJoint(starts.get(i + 1)) : sentence.to();
      var done = operation(new Span(starts.get(i), to));
      end = done.isPresent() ? done : end;
    }
    return end;
  }

  /** The beginning of the sentence, and every place in it where an operation may begin. */
  private List<Integer> starts(Span sentence) {
    var starts = new ArrayList<Integer>();
    starts.add(sentence.from());
    for (var at = sentence.from() + 1; at < sentence.to(); at++) {
      if (joint(at - 1) && !joint(at) && starts.size() < LONGEST && begins(at, sentence.to())) {
        starts.add(at);
      }
    }
    return starts;
  }

  private boolean joint(int at) {
    return reading.tokens().is(at, ",")
        || reading.language().has("joints", reading.tokens(), at)
        || reading.language().has("row_then", reading.tokens(), at);
  }

  private boolean begins(int at, int to) {
    var from =
        reading.language().afterOpeners("openers", reading.tokens(), new Span(at, to)).from();
    return STARTS.stream()
        .anyMatch(list -> reading.language().length(list, reading.tokens(), from, to) > 0);
  }

  private int beforeJoint(int start) {
    var end = start;
    while (joint(end - 1)) {
      end--;
    }
    return end;
  }

  /** Tries the whole clause, then what stands before its last comma, and so on. */
  private Optional<Integer> operation(Span clause) {
    var ends =
        Stream.concat(
                Stream.of(clause.to()),
                Stream.iterate(clause.to() - 1, at -> at > clause.from(), at -> at - 1)
                    .limit(LONGEST)
                    .filter(at -> reading.tokens().is(at, ",")))
            .filter(to -> to - clause.from() <= LONGEST)
            .toList();
    for (var to : ends) {
      var said = new Span(clause.from(), to);
      var opened =
          new Cursor(reading, said)
              .skip("openers")
              .skip("row_then")
              .skipLast("row_prefixes")
              .rest();
      var bare = new Cursor(reading, opened).skipLast("row_closers").skipLast("closers").rest();
      // "First" may close a wish or say where a row is to go.
      var acts = acts(opened);
      var wanted = acts.isEmpty() && !bare.equals(opened) ? acts(bare) : acts;
      if (!wanted.isEmpty()) {
        wanted.forEach(act -> written.add(act, said));
        return Optional.of(to);
      }
    }
    return Optional.empty();
  }

  private List<Act> acts(Span words) {
    return words.empty()
        ? List.of()
        : kinds.stream()
            .map(kind -> kind.acts(words))
            .filter(acts -> !acts.isEmpty())
            .findFirst()
            .orElse(List.of());
  }
}
