package rapport.lead.persona;

import java.util.ArrayList;
import java.util.List;
import rapport.contracts.PersonaState;

/** A persona and its id, which is unique in its workspace. */
public record Persona(String id, PersonaState state) {

  /** What a visitor of this kind might say or be said to be, one thought each. */
  public List<String> thoughts() {
    var thoughts = new ArrayList<String>();
    thoughts.addAll(state.exemplars());
    thoughts.addAll(state.needs());
    if (!state.description().isBlank()) {
      thoughts.add(state.description());
    }
    thoughts.add(state.name());
    return List.copyOf(thoughts);
  }
}
