package rapport.conversation.dialogue;

import java.util.List;
import rapport.contracts.ConversationEvent;

/** What follows from a command. */
public sealed interface Decision {

  /** It happens; no events means that everything is already as wanted. */
  record Accepted(List<ConversationEvent> events) implements Decision {
    public Accepted {
      events = List.copyOf(events);
    }
  }

  /** It does not; {@code code} is kebab-case and stable, {@code paths} the fields concerned. */
  record Rejected(String code, List<String> paths) implements Decision {
    public Rejected {
      paths = List.copyOf(paths);
    }
  }
}
