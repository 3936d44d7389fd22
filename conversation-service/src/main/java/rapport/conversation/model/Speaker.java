package rapport.conversation.model;

import java.util.Optional;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * In which conversation somebody speaks while a turn is taken. It goes with the turn, so that
 * nobody on the way to the model has to pass it on, or can forget to.
 */
public record Speaker(String workspace, String conversation) {

  /** A turn of that conversation begins. */
  public Context in(Context context) {
    return context.put(Speaker.class, this);
  }

  /** None outside of a turn. */
  static Optional<Speaker> of(ContextView context) {
    return context.getOrEmpty(Speaker.class);
  }
}
