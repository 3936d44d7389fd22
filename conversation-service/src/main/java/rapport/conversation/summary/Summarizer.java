package rapport.conversation.summary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.FlowTexts;
import rapport.conversation.summary.SummaryTexts.Kind;

/** Writes texts about the records of one flow in one language. */
public final class Summarizer {

  private final SummaryTexts texts;
  private final FocusMatcher focuses;
  private final Fitting fitting;

  public Summarizer(SummaryTexts texts, FlowTexts labels) {
    this.texts = texts;
    this.fitting = new Fitting(texts.words());
    this.focuses = new FocusMatcher(texts.focuses(), labels);
  }

  /**
   * A text of one to seven sentences in one or two paragraphs, never empty.
   *
   * @param values by field; the same values always give the same text
   * @param focus what to concentrate on, in the person's words; words that match nothing change
   *     nothing
   */
  public String summarize(Map<String, FieldValue> values, List<String> focus) {
    var kind = kind(values);
    var known = new HashMap<>(values);
    if (texts.kindField() != null) {
      known.remove(texts.kindField());
    }
    return new Composition(texts, fitting, kind, known, focuses.match(focus, known.keySet()))
        .text();
  }

  private Kind kind(Map<String, FieldValue> values) {
    var wanted = texts.kindField() == null ? null : values.get(texts.kindField());
    var kind = wanted == null ? null : texts.kinds().get(wanted.display());
    return kind == null ? Objects.requireNonNull(texts.kinds().values().iterator().next()) : kind;
  }
}
