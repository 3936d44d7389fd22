package rapport.conversation.summary;

import java.util.List;
import rapport.conversation.dialogue.Dialogue;
import rapport.conversation.flow.FlowDefinition;

/** Drafts a summary from the values of a conversation; says nothing that is not among them. */
public interface SummaryWriter {

  /**
   * @param focus what it should concentrate on, in the person's words; may be empty
   */
  String draft(FlowDefinition definition, Dialogue dialogue, List<String> focus);
}
