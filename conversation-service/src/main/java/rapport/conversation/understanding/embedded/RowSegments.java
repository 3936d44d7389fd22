package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cuts a message into parts, each about the rows it names. */
final class RowSegments {

  /** Nobody speaks of more rows in one message; a wall of names must not take all our time. */
  private static final int MOST = 120;

  private final Reading reading;
  private final RowHeadings headings;
  private final RowTrailers trailers;
  private final List<RowSegment> segments = new ArrayList<>();

  /** The segment that goes on while no other begins; null when what follows is about nothing. */
  private @Nullable RowSegment open;

  private boolean named;
  private int last;

  RowSegments(Reading reading, Durations durations) {
    this.reading = reading;
    this.headings = new RowHeadings(reading, durations);
    this.trailers = new RowTrailers(reading, durations);
  }

  /**
   * Words to cut.
   *
   * @param fresh whether they begin a sentence; otherwise they stand after something else that was
   *     understood, and only what names its row is read
   */
  record Stretch(Span span, boolean fresh) {}

  List<RowSegment> cut(List<Stretch> stretches) {
    named = stretches.stream().anyMatch(s -> s.fresh() && headings.at(s.span(), true) != null);
    for (var stretch : stretches) {
      if (!stretch.fresh()) {
        close(stretch.span().from());
      }
      sentence(stretch.span(), stretch.fresh());
      if (!stretch.fresh()) {
        close(stretch.span().to());
      }
      last = stretch.span().to();
    }
    close(last);
    return List.copyOf(segments);
  }

  private void sentence(Span span, boolean whole) {
    if (span.empty()) {
      return;
    }
    var first = segments.size() < MOST ? headings.at(span, whole) : null;
    if (first != null) {
      begin(first, span.from());
      inside(first.content());
      return;
    }
    if (!whole) {
      inside(span);
      return;
    }
    var trailing = trailers.in(span);
    if (!trailing.isEmpty()) {
      var before = open;
      close(span.from());
      segments.addAll(trailing);
      open = before == null ? null : again(before, span.to());
    } else if (named && headings.unknown(span)) {
      begin(new RowSegment(List.of(), Set.of(), span, new Span(span.to(), span.to())), span.from());
    } else {
      goOn(span);
      inside(span);
    }
  }

  private static RowSegment again(RowSegment before, int at) {
    return new RowSegment(before.rows(), before.columns(), new Span(at, at), new Span(at, at));
  }

  /** Looks for more beginnings after commas and joints. */
  private void inside(Span span) {
    for (var at = span.from() + 1; at < span.to() && segments.size() < MOST; at++) {
      if (separates(at - 1) && !separates(at)) {
        var place = new Span(at, span.to());
        var next =
            open != null && open.addressed() ? headings.next(place) : headings.at(place, false);
        if (next != null) {
          begin(next, at);
          at = Math.max(at, next.content().from() - 1);
        }
      }
    }
  }

  private boolean separates(int at) {
    var tokens = reading.tokens();
    var dash = tokens.is(at, "-") && !tokens.touchesPrevious(at) && !tokens.touchesPrevious(at + 1);
    return tokens.is(at, ",")
        || dash
        || reading.language().has("joints", tokens, at)
        || reading.language().has("row_then", tokens, at);
  }

  private void begin(RowSegment next, int at) {
    var end = at;
    while (end > 0 && separates(end - 1)) {
      end--;
    }
    close(end);
    open = next;
  }

  private void goOn(Span span) {
    if (open == null) {
      open = RowSegment.unaddressed(span);
    }
  }

  private void close(int to) {
    if (open != null) {
      segments.add(open.endingAt(Math.max(open.content().from(), to)));
      open = null;
    }
  }
}
