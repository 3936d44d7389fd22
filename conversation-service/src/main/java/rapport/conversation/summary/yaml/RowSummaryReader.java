package rapport.conversation.summary.yaml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ItemPath;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.Group;
import rapport.conversation.summary.Pattern;
import rapport.conversation.summary.RowTexts;

/** Turns the summary file of a flow with rows into patterns and finds every mistake in it. */
final class RowSummaryReader {

  private final RowSummaryFile file;
  private final FlowDefinition definition;
  private final PatternReader patterns;

  RowSummaryReader(
      String name, RowSummaryFile file, FlowDefinition definition, List<String> problems) {
    this.file = file;
    this.definition = definition;
    this.patterns = new PatternReader(name, definition, problems);
  }

  RowTexts read(Language language) {
    var group = file.rows().group();
    var known = definition.groups().get(group);
    if (known == null) {
      patterns.problem("there is no group '" + group + "' in " + definition.name());
    }
    return new RowTexts(
        patterns.voice(file.subject(), language),
        patterns.focuses(file.focus()),
        sentences("opening", file.opening(), ""),
        group,
        known == null ? "" : known.title(),
        wordings("rows/heading", file.rows().heading(), group),
        sentences("rows", file.rows().sentences(), group),
        told(known),
        file.nothing());
  }

  private List<List<Pattern>> sentences(
      String part, Map<String, List<String>> sentences, String group) {
    var read = new ArrayList<List<Pattern>>();
    sentences.forEach((id, sources) -> read.add(wordings(part + "/" + id, sources, group)));
    return read;
  }

  private List<Pattern> wordings(String id, List<String> sources, String group) {
    var wordings = patterns.wordings(id, sources);
    wordings.forEach(pattern -> {
      pattern
          .uses()
          .filter(use -> !use.form().whole())
          .forEach(use -> problem(id, pattern, use.form() + " may leave out part of a value"));
      pattern
          .uses()
          .filter(use -> !groupOf(use.path()).equals(group))
          .forEach(use -> problem(id, pattern, use.path() + " is not known in this paragraph"));
    });
    return wordings;
  }

  private void problem(String id, Pattern pattern, String what) {
    patterns.problem("topic %s: \"%s\": %s".formatted(id, pattern.source(), what));
  }

  private static String groupOf(String path) {
    return ItemPath.parse(path).map(ItemPath::group).orElse("");
  }

  /** Every field that people fill in, but those that the file leaves out. */
  private SequencedSet<String> told(@Nullable Group group) {
    var untold = file.untold().stream().map(patterns::knownPath).toList();
    var told = new LinkedHashSet<String>();
    definition
        .fields()
        .filter(field -> !field.control() && !field.generated())
        .map(Field::path)
        .filter(path -> !untold.contains(path))
        .forEach(path -> {
          told.add(path);
          if (!groupOf(path).isEmpty() && (group == null || !groupOf(path).equals(group.name()))) {
            patterns.problem(path + " is neither told with the rows nor left untold");
          }
        });
    return told;
  }
}
