package rapport.profile.export;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A profile as CommonMark; whatever was typed reads as it was typed. */
final class MarkdownExport {

  private static final Pattern INLINE = Pattern.compile("[\\\\`*_\\[\\]<>|~&#]");
  private static final Pattern BULLET = Pattern.compile("^[-+=]");
  private static final Pattern NUMBERED = Pattern.compile("^(\\d+)([.)])");

  /** Goes on in the same list item on the next line. */
  private static final String HARD_BREAK = "\\\n  ";

  private MarkdownExport() {}

  static String of(ProfileSheet sheet) {
    var text = new StringBuilder();
    text.append("# ").append(escaped(oneLine(sheet.title()))).append("\n\n");
    if (!sheet.subtitle().isEmpty()) {
      text.append(escaped(oneLine(sheet.subtitle()))).append("\n\n");
    }
    sheet.facts().forEach(line -> append(text, line));
    if (!sheet.summary().isEmpty()) {
      text.append("\n## Summary\n\n").append(paragraphs(sheet.summary())).append('\n');
    }
    for (var section : sheet.sections()) {
      text.append("\n## ").append(escaped(section.title())).append("\n\n");
      section.lines().forEach(line -> append(text, line));
    }
    text.append("\n---\n\n").append(footer(sheet)).append('\n');
    return text.toString();
  }

  private static void append(StringBuilder text, ProfileSheet.Line line) {
    text.append("- **")
        .append(escaped(line.label()))
        .append(":** ")
        .append(
            line.value()
                .lines()
                .map(MarkdownExport::escaped)
                .collect(Collectors.joining(HARD_BREAK)))
        .append('\n');
  }

  private static String paragraphs(String text) {
    return text.lines().map(MarkdownExport::escaped).collect(Collectors.joining("\n"));
  }

  private static String footer(ProfileSheet sheet) {
    var progress = sheet.progress();
    var footer =
        "Status: %s, %d of %d fields"
            .formatted(sheet.status().wire().replace('_', ' '), progress.done(), progress.total());
    return sheet.lastUpdatedAt() == null
        ? footer
        : footer + ", last updated " + sheet.lastUpdatedAt();
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
