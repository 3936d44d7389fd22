package rapport.conversation.summary;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import rapport.conversation.summary.SummaryTexts.Focus;

/**
 * How the records of a flow with rows are told in one language: a paragraph about whom they are
 * about, then one for every row. Paths are those of the definition, {@code
 * buying_stages[].duration}.
 *
 * @param focuses by the name people pick them by
 * @param opening sentences of the first paragraph, each with the wordings to choose from
 * @param group whose rows have paragraphs
 * @param title the field rows are called by
 * @param heading wordings of what a row's paragraph begins with
 * @param sentences of a row's paragraph, each with the wordings to choose from
 * @param told the fields that are told, if need be after their label, in order
 * @param nothing said when nothing is known
 */
public record RowTexts(
    Voice voice,
    Map<String, Focus> focuses,
    List<List<Pattern>> opening,
    String group,
    String title,
    List<Pattern> heading,
    List<List<Pattern>> sentences,
    SequencedSet<String> told,
    String nothing) {
  public RowTexts {
    focuses = Map.copyOf(focuses);
    opening = List.copyOf(opening);
    heading = List.copyOf(heading);
    sentences = List.copyOf(sentences);
    told = new LinkedHashSet<>(told);
  }
}
