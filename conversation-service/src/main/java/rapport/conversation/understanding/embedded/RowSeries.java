package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import rapport.conversation.flow.FieldType;
import rapport.conversation.value.Token.Kind;

/**
 * Recognises what is said about all rows in their order without naming them: "durations: two weeks,
 * a month and two weeks", or a list with an item for every row.
 */
final class RowSeries {

  private final Reading reading;
  private final Durations durations;
  private final RowFieldNames names;

  RowSeries(Reading reading, Durations durations) {
    this.reading = reading;
    this.durations = durations;
    this.names =
        new RowFieldNames(reading.rows(), reading.names(), Phrases.Names.NONE, reading.language());
  }

  /** A part for every row; none when the message is no such list. */
  List<RowSegment> segments() {
    var groups = reading.rows().table().groups();
    var rows = reading.rows().table().rows();
    if (groups.size() != 1 || rows.size() < 2) {
      return List.of();
    }
    var lengths = lengths(rows);
    return lengths.isEmpty() ? items(rows) : lengths;
  }

  /** "Two weeks, a month and two weeks", after the name of the column or without it. */
  private List<RowSegment> lengths(List<Row> rows) {
    var message = reading.message().span();
    var cursor = new Cursor(reading, message).skip("answer_openers");
    var named = names.columns(reading.tokens(), cursor.rest().from(), message.to());
    if (named != null) {
      cursor.reset(new Span(named.to(), message.to()));
      cursor.take("copulas");
    }
    var columns = named == null ? lengthColumns(rows.getFirst()) : named.fields();
    var items = listed(cursor.rest());
    if (items.size() != rows.size()
        || columns.size() != 1
        || !lengthColumns(rows.getFirst()).containsAll(columns)
        || !items.stream().allMatch(item -> durations.whole(item).isPresent())) {
      return List.of();
    }
    return segments(rows, items, columns);
  }

  private static Set<String> lengthColumns(Row row) {
    var columns = new LinkedHashSet<String>();
    row.columns()
        .forEach((template, field) -> {
          if (field.type() == FieldType.DURATION) {
            columns.add(template);
          }
        });
    return columns;
  }

  private List<Span> listed(Span words) {
    var items = new ArrayList<Span>();
    var from = words.from();
    for (var at = words.from(); at <= words.to(); at++) {
      if (at == words.to() || separates(at)) {
        if (at > from) {
          items.add(new Span(from, at));
        }
        from = at + 1;
      }
    }
    return items;
  }

  private boolean separates(int at) {
    return reading.tokens().is(at, ",")
        || reading.tokens().is(at, ";")
        || reading.tokens().is(at, "/")
        || reading.language().has("ands", reading.tokens(), at);
  }

  /** Lines or numbered items, one for every row, each with its own length of time. */
  private List<RowSegment> items(List<Row> rows) {
    var numbered = numbered();
    var items = numbered.isEmpty() ? lines() : numbered;
    var rich =
        items.size() == rows.size()
            && items.stream()
                .allMatch(
                    item -> durations.in(item).size() == 1 && durations.whole(item).isEmpty());
    return rich ? segments(rows, items, Set.of()) : List.of();
  }

  private List<Span> lines() {
    var lines = new ArrayList<Span>();
    var from = 0;
    for (var at = 0; at <= reading.tokens().size(); at++) {
      if (at == reading.tokens().size() || reading.tokens().get(at).kind() == Kind.BREAK) {
        if (at > from) {
          lines.add(new Span(from, at));
        }
        from = at + 1;
      }
    }
    return lines;
  }

  private List<Span> numbered() {
    var starts = new ArrayList<Integer>();
    for (var at = 0; at < reading.tokens().size(); at++) {
      var mark = reading.tokens().get(at + 1);
      if (reading.rows().number(at) == starts.size() + 1 && (mark.is(".") || mark.is(")"))) {
        starts.add(at);
      }
    }
    var items = new ArrayList<Span>();
    if (starts.size() < 2 || starts.getFirst() != 0) {
      return items;
    }
    for (var i = 0; i < starts.size(); i++) {
      var to = i + 1 < starts.size() ? starts.get(i + 1) : reading.tokens().size();
      items.add(new Span(starts.get(i) + 2, to));
    }
    return items;
  }

  private static List<RowSegment> segments(List<Row> rows, List<Span> items, Set<String> columns) {
    var segments = new ArrayList<RowSegment>();
    for (var i = 0; i < rows.size(); i++) {
      var item = items.get(i);
      segments.add(
          new RowSegment(List.of(rows.get(i)), columns, new Span(item.from(), item.from()), item));
    }
    return segments;
  }
}
