package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rapport.conversation.understanding.embedded.RowReference.Called;
import rapport.conversation.understanding.embedded.RowReference.Kind;

/** Rows named after what is said about them: "two weeks for Awareness", "a month in each stage". */
final class RowTrailers {

  private final Reading reading;
  private final Durations durations;

  RowTrailers(Reading reading, Durations durations) {
    this.reading = reading;
    this.durations = durations;
  }

  /** The parts of a sentence that end by naming their rows; none unless all of it is such parts. */
  List<RowSegment> in(Span sentence) {
    var parts = new ArrayList<RowSegment>();
    var from = sentence.from();
    for (var at = sentence.from() + 1; at < sentence.to(); at++) {
      var part = part(from, at, sentence.to());
      if (part != null) {
        parts.add(part);
        from = afterJoint(part.said().to(), sentence.to());
        at = from;
      }
    }
    if (from < sentence.to()) {
      var each = each(new Span(from, sentence.to()));
      return each == null || !parts.isEmpty() ? List.of() : List.of(each);
    }
    return parts;
  }

  private int afterJoint(int at, int to) {
    var next = at;
    while (next < to && joint(next)) {
      next++;
    }
    return next;
  }

  private boolean joint(int at) {
    return reading.tokens().is(at, ",") || reading.language().has("joints", reading.tokens(), at);
  }

  /** What is said from {@code from} on about the rows named at {@code at}, or null. */
  private @Nullable RowSegment part(int from, int at, int to) {
    var lead = reading.language().length("row_leads", reading.tokens(), at, to);
    var rows = lead == 0 ? null : reading.rows().list(at + lead, to);
    if (rows == null || rows.rows().isEmpty() || (rows.to() < to && !joint(rows.to()))) {
      return null;
    }
    var content = new Cursor(reading, new Span(from, at)).skip("joints").rest();
    var meant =
        !content.empty()
            && (rows.kind() == Kind.ALL
                || (rows.called() == Called.BY_GROUP && rows.kind() != Kind.THIS)
                || (rows.kind() == Kind.TITLE && (named(rows) || length(content))));
    return meant ? new RowSegment(rows.rows(), Set.of(), new Span(at, rows.to()), content) : null;
  }

  private boolean length(Span content) {
    return durations.whole(content).isPresent();
  }

  /** Whether the name is written as one: with a capital letter and without an article. */
  private boolean named(RowReference rows) {
    var token = reading.tokens().get(rows.span().from());
    return token.word()
        && Character.isUpperCase(reading.tokens().text().codePointAt(token.start()));
  }

  /** "Two weeks each". */
  private @Nullable RowSegment each(Span sentence) {
    var words = new Cursor(reading, sentence);
    if (!words.takeLast("row_each") || !length(words.rest())) {
      return null;
    }
    var groups = reading.rows().table().groups();
    var rows = groups.size() == 1 ? reading.rows().table().rows() : List.<Row>of();
    return rows.isEmpty()
        ? null
        : new RowSegment(rows, Set.of(), new Span(words.rest().to(), sentence.to()), words.rest());
  }
}
