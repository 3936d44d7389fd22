package rapport.lead.visitor;

import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent.Arrival;
import rapport.lead.detection.PersonaModel;

/** Where the personas come from by which a visitor is judged. */
@FunctionalInterface
public interface Judgement {

  /** The model of the personas for a visitor of that workspace who arrived there. */
  PersonaModel model(String workspace, @Nullable Arrival arrival);
}
