package rapport.conversation.summary.yaml;

import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import rapport.conversation.dialogue.Dialogue;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.summary.SummaryWriter;

/**
 * Drafts summaries from sentence patterns. A flow without patterns gets its title and, when it has
 * one, the name of its record.
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
    return summaries
        .find(definition.name(), dialogue.locale())
        .map(summarizer -> summarizer.summarize(dialogue.values(), focus))
        .orElseGet(() -> plain(definition, dialogue));
  }

  private String plain(FlowDefinition definition, Dialogue dialogue) {
    var title = flows.texts(definition.name(), dialogue.locale()).title();
    var name = definition.names().get("name");
    var value = name == null ? null : dialogue.value(name);
    return (value == null ? title : title + ": " + value.display().strip()) + ".";
  }
}
