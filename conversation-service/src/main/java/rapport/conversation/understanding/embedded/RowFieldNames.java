package rapport.conversation.understanding.embedded;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rapport.conversation.flow.Field;
import rapport.conversation.understanding.embedded.Phrases.Named;
import rapport.conversation.understanding.embedded.Phrases.Names;
import rapport.conversation.understanding.embedded.RowReference.Called;
import rapport.conversation.value.Tokens;

/**
 * Names of rows and of their fields: "the duration of Decision", "Decision's duration", "the
 * Decision stage", and plainly "the duration" for that of the row that is talked about.
 */
final class RowFieldNames implements Names {

  private final RowNames rows;
  private final FieldNames fields;
  private final Names plain;
  private final Language language;
  private final Set<String> templates;

  /**
   * @param plain names of fields outside of groups, and of the row that is talked about
   */
  RowFieldNames(RowNames rows, FieldNames fields, Names plain, Language language) {
    this.rows = rows;
    this.fields = fields;
    this.plain = plain;
    this.language = language;
    this.templates =
        rows.table().rows().stream()
            .flatMap(row -> row.columns().keySet().stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public @Nullable Named at(Tokens tokens, int at, int to) {
    var named = inRows(tokens, at, to);
    var other = plain.at(tokens, at, to);
    return other == null || (named != null && named.to() >= other.to()) ? named : other;
  }

  @Override
  public boolean skips(Tokens tokens, int at) {
    return plain.skips(tokens, at);
  }

  /**
   * Fields of rows that are named, or null.
   *
   * @return the fields; all of a row with its title when the row as a whole is named
   */
  @Nullable Named inRows(Tokens tokens, int at, int to) {
    var columns = columns(tokens, at, to);
    return columns == null ? rowFirst(tokens, at, to) : columnFirst(tokens, columns, to);
  }

  /** "The duration and the influencers of Decision". */
  private @Nullable Named columnFirst(Tokens tokens, Named columns, int to) {
    var link = language.length("row_links", tokens, columns.to(), to);
    var row = link == 0 ? null : rows.list(columns.to() + link, to);
    return row == null || !row.certain()
        ? null
        : named(columnsOf(row.rows(), columns.fields()), row.to());
  }

  /** "Decision's duration", "the Decision stage". */
  private @Nullable Named rowFirst(Tokens tokens, int at, int to) {
    var row = rows.list(at, to);
    if (row == null || !row.certain()) {
      return null;
    }
    var columns = columns(tokens, row.to(), to);
    if (columns != null) {
      return named(columnsOf(row.rows(), columns.fields()), columns.to());
    }
    var whole = new LinkedHashSet<String>();
    for (var each : row.rows()) {
      whole.add(each.titlePath());
      each.columns().values().stream().map(Field::path).forEach(whole::add);
    }
    return row.called() == Called.ONE ? null : named(whole, row.to());
  }

  private @Nullable Named named(Set<String> paths, int to) {
    return paths.isEmpty() ? null : new Named(paths, to);
  }

  private static Set<String> columnsOf(List<Row> rows, Set<String> columns) {
    var paths = new LinkedHashSet<String>();
    for (var row : rows) {
      for (var column : columns) {
        row.column(column).map(Field::path).ifPresent(paths::add);
      }
    }
    return paths;
  }

  /** The columns named here: "the duration and the influencers". */
  @Nullable Named columns(Tokens tokens, int at, int to) {
    var named = column(tokens, at, to);
    if (named == null) {
      return null;
    }
    var all = new LinkedHashSet<>(named.fields());
    var end = named.to();
    var next = following(tokens, end, to);
    for (var i = 0; next != null && i < templates.size(); i++) {
      all.addAll(next.fields());
      end = next.to();
      next = following(tokens, end, to);
    }
    return new Named(all, end);
  }

  private @Nullable Named following(Tokens tokens, int at, int to) {
    var joint = tokens.is(at, ",") || language.has("name_joints", tokens, at);
    return joint ? column(tokens, at + 1, to) : null;
  }

  private @Nullable Named column(Tokens tokens, int at, int to) {
    var from = language.afterOpeners("determiners", tokens, new Span(at, to)).from();
    return fields.column(tokens, from, to, templates);
  }
}
