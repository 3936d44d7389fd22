package rapport.conversation.genkit;

import java.util.ArrayList;
import java.util.List;
import rapport.conversation.api.TurnView;
import rapport.conversation.session.Conversation;

/** A flow's answer: what happened, the reply piece by piece, and the result. */
final class FlowAnswer {

  private FlowAnswer() {}

  private record Event(String type, TurnView.EventView event) {}

  private record Text(String type, String text) {}

  /** What came of an input. */
  static Answer of(Moment moment) {
    var chunks = new ArrayList<Object>();
    TurnView.of(moment.commit(), moment.after())
        .events()
        .forEach(event -> chunks.add(new Event("event", event)));
    return answer(moment.after(), Spoken.in(moment), chunks);
  }

  /** How a session stands; nothing happened. */
  static Answer asItIs(Conversation conversation) {
    return answer(conversation, Spoken.lastIn(conversation), new ArrayList<>());
  }

  private static Answer answer(Conversation after, Spoken spoken, List<Object> chunks) {
    Pieces.of(spoken.text(), after.dialogue().locale())
        .forEach(piece -> chunks.add(new Text("text", piece)));
    return new Answer(chunks, FlowResult.of(after, spoken));
  }
}
