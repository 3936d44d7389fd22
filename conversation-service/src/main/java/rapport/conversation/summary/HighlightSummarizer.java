package rapport.conversation.summary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.FlowTexts;
import rapport.conversation.summary.SummaryTexts.Kind;

/**
 * Tells what matters most of a record with many fields, in one to seven sentences and one or two
 * paragraphs.
 */
public final class HighlightSummarizer implements Summarizer {

  private final SummaryTexts texts;
  private final FocusMatcher focuses;
  private final Fitting fitting;

  public HighlightSummarizer(SummaryTexts texts, FlowTexts labels) {
    this.texts = texts;
    this.fitting = new Fitting(texts.voice().words());
    this.focuses = new FocusMatcher(texts.focuses(), labels);
  }

  @Override
  public String summarize(
      Map<String, FieldValue> values, Map<String, List<String>> rows, List<String> focus) {
    var kind = kind(values);
    var known = new HashMap<>(values);
    if (texts.kindField() != null) {
      known.remove(texts.kindField());
    }
    var readings = new Readings(fitting);
    return new Composition(texts, readings, kind, known, focuses.match(focus, known.keySet()))
        .text();
  }

  private Kind kind(Map<String, FieldValue> values) {
    var wanted = texts.kindField() == null ? null : values.get(texts.kindField());
    var kind = wanted == null ? null : texts.kinds().get(wanted.display());
    return kind == null ? Objects.requireNonNull(texts.kinds().values().iterator().next()) : kind;
  }
}
