package rapport.conversation.genkit;

import rapport.conversation.api.ConversationView;
import rapport.conversation.session.Conversation;

/** What a flow has found out, in the shape its clients know. */
final class FlowState {

  private FlowState() {}

  /** The values as everywhere else, unless the flow has a published schema of its own. */
  static Object of(Conversation conversation) {
    var view = ConversationView.of(conversation);
    return view.flow().equals(BuyingProcessState.FLOW)
        ? BuyingProcessState.of(view)
        : view.values();
  }
}
