package rapport.conversation.summary.yaml;

import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import rapport.conversation.dialogue.Dialogue;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.summary.OutlineSummarizer;
import rapport.conversation.summary.SummaryWriter;

/**
 * Drafts summaries from sentence patterns. Where there are none in the language of the questions,
 * the answers are listed after their labels: a conversation never mixes languages.
 */
@Component
final class PatternSummaryWriter implements SummaryWriter {

  private final FlowCatalog flows;
  private final SummaryCatalog summaries;

  /**
   * @throws InvalidSummaryException with every mistake in the patterns
   */
  @Autowired
  PatternSummaryWriter(FlowCatalog flows) {
    this(flows, SummaryCatalog.fromClasspath(flows));
  }

  PatternSummaryWriter(FlowCatalog flows, SummaryCatalog summaries) {
    this.flows = flows;
    this.summaries = summaries;
  }

  @Override
  public String draft(FlowDefinition definition, Dialogue dialogue, List<String> focus) {
    var labels = flows.texts(definition.name(), dialogue.locale());
    return summaries
        .find(definition.name(), labels.locale())
        .orElseGet(() -> new OutlineSummarizer(definition, labels))
        .summarize(dialogue.values(), dialogue.rowIds(), focus);
  }
}
