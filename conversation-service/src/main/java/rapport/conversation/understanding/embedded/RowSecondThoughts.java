package rapport.conversation.understanding.embedded;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rapport.conversation.dialogue.Act;
import rapport.conversation.flow.Field;

/**
 * Understands "actually two to three weeks, and the CFO decides": a correction of the row that is
 * talked about, or of the one before it.
 */
final class RowSecondThoughts {

  private final Reading reading;
  private final RowViews views;

  RowSecondThoughts(Reading reading, RowViews views) {
    this.reading = reading;
    this.views = views;
  }

  /** The corrections these words make; none when they make none. */
  List<Act> acts(Span words, Function<Reading, List<Act>> understand) {
    if (!reading.inRow()) {
      return List.of();
    }
    var said = new Cursor(reading, words).skip("answer_openers");
    var from = said.rest();
    said.reset(words);
    var led = said.skip("corrections").rest();
    var row = led.from() > from.from() || said(words) ? answered() : null;
    if (row == null || led.empty()) {
      return List.of();
    }
    var links =
        new Denials(reading).withoutOld(new Cursor(reading, led).skip("correction_links").rest());
    var acts = understand.apply(views.addressed(row, Set.of(), links.empty() ? led : links));
    return acts.stream().allMatch(this::sure) ? acts : List.of();
  }

  /** Whether the words begin by taking something back, "actually" included. */
  private boolean said(Span words) {
    return reading.language().length("corrections", reading.tokens(), words.from(), words.to()) > 0;
  }

  /** What somebody does is told on rather than taken back. */
  private boolean sure(Act act) {
    return switch (act) {
      case Act.Fill(var path, _, _, _) -> !acts(path) || !reading.filled(field(path));
      case Act.Correct(var path, _, _, _) -> !acts(path);
      default -> false;
    };
  }

  private boolean acts(String path) {
    return reading.words(field(path)).is(FieldWords.Kind.ACTIONS);
  }

  private Field field(String path) {
    return Objects.requireNonNull(reading.fields().get(path));
  }

  /** The row that was answered last: the one asked about, or the one before; null for none. */
  private @Nullable Row answered() {
    var current = Objects.requireNonNull(reading.rows().current());
    if (views.asked(current).stream().anyMatch(reading::filled)) {
      return current;
    }
    var rows = reading.rows().table().rows(current.group());
    for (var i = current.index() - 1; i >= 0; i--) {
      if (views.asked(rows.get(i)).stream().anyMatch(reading::filled)) {
        return rows.get(i);
      }
    }
    // At the first question of a phase, the last row of the phase before was answered last.
    var last = rows.getLast();
    return last.columns().values().stream().anyMatch(reading::filled) ? last : null;
  }
}
