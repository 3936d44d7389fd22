package rapport.conversation.summary.model;

import java.util.List;
import rapport.conversation.dialogue.Dialogue;
import rapport.conversation.flow.FlowDefinition;
import reactor.core.publisher.Mono;

/** Where a turn gets the summary it asks for; always gives one. */
public interface Drafts {

  /**
   * @param focus what it should concentrate on, in the person's words; may be empty
   */
  Mono<String> draft(FlowDefinition definition, Dialogue dialogue, List<String> focus);
}
