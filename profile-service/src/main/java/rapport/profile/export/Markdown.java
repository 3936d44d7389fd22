package rapport.profile.export;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A CommonMark document being written; whatever was typed reads as it was typed. */
final class Markdown {

  private static final Pattern INLINE = Pattern.compile("[\\\\`*_\\[\\]<>|~&#]");
  private static final Pattern BULLET = Pattern.compile("^[-+=]");
  private static final Pattern NUMBERED = Pattern.compile("^(\\d+)([.)])(?=\\s|$)");

  /** Goes on in the same list item on the next line. */
  private static final String HARD_BREAK = "\\\n  ";

  /** Goes on in the same cell on the next line. */
  private static final String CELL_BREAK = "<br>";

  private final StringBuilder text = new StringBuilder();

  Markdown title(String title) {
    text.append("# ").append(escaped(oneLine(title))).append("\n\n");
    return this;
  }

  Markdown subtitle(String subtitle) {
    if (!subtitle.isEmpty()) {
      text.append(escaped(oneLine(subtitle))).append("\n\n");
    }
    return this;
  }

  Markdown section(String title) {
    text.append("\n## ").append(escaped(oneLine(title))).append("\n\n");
    return this;
  }

  Markdown list(List<Sheet.Line> lines) {
    for (var line : lines) {
      text.append("- **").append(escaped(line.label())).append(":** ");
      text.append(lines(line.value(), HARD_BREAK)).append('\n');
    }
    return this;
  }

  /** Something to be done or done already, and what bears on it. */
  Markdown task(boolean done, String label, String note) {
    text.append(done ? "- [x] " : "- [ ] ").append(escaped(label));
    if (!note.isEmpty()) {
      text.append(": ").append(lines(note, HARD_BREAK));
    }
    text.append('\n');
    return this;
  }

  Markdown summary(String summary) {
    if (!summary.isEmpty()) {
      section("Summary");
      text.append(lines(summary, "\n")).append('\n');
    }
    return this;
  }

  /** The head of a table. */
  Markdown columns(List<String> labels) {
    row(labels);
    text.append("|---".repeat(labels.size())).append("|\n");
    return this;
  }

  Markdown row(List<String> cells) {
    text.append("| ")
        .append(
            cells.stream().map(cell -> lines(cell, CELL_BREAK)).collect(Collectors.joining(" | ")))
        .append(" |\n");
    return this;
  }

  /** The end of a document that says nothing of how far it has come. */
  String end() {
    return text.toString();
  }

  /** How far the record has come, below a rule; the end of the document. */
  String footer(Sheet sheet) {
    var progress = sheet.progress();
    text.append(
        "\n---\n\nStatus: %s, %d of %d fields"
            .formatted(sheet.status().wire().replace('_', ' '), progress.done(), progress.total()));
    if (sheet.lastUpdatedAt() != null) {
      text.append(", last updated ").append(sheet.lastUpdatedAt());
    }
    return text.append('\n').toString();
  }

  private static String lines(String typed, String between) {
    return typed.lines().map(Markdown::escaped).collect(Collectors.joining(between));
  }

  static String escaped(String line) {
    var inline = INLINE.matcher(line.strip()).replaceAll("\\\\$0");
    var bullet = BULLET.matcher(inline).replaceFirst("\\\\$0");
    return NUMBERED.matcher(bullet).replaceFirst("$1\\\\$2");
  }

  private static String oneLine(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining(" "));
  }
}
