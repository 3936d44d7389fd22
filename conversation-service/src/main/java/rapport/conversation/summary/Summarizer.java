package rapport.conversation.summary;

import java.util.List;
import java.util.Map;
import rapport.contracts.FieldValue;

/** Writes texts about the records of one flow in one language. */
public interface Summarizer {

  /**
   * A text in paragraphs parted by an empty line, never empty. The same arguments always give the
   * same text.
   *
   * @param values by path; those of rows as {@code buying_stages[s2].duration}
   * @param rows the ids of each group's rows, in order
   * @param focus what to concentrate on, in the person's words; words that match nothing change
   *     nothing
   */
  String summarize(
      Map<String, FieldValue> values, Map<String, List<String>> rows, List<String> focus);
}
