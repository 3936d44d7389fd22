package rapport.lead.proposal;

import java.util.List;
import rapport.contracts.PersonaState.Answer;

/**
 * A short answer and the sentences of one page it is made of.
 *
 * @param isAsked whether the page itself asks the question
 */
record Known(Answer answer, List<Passage> passages, boolean isAsked) {
  Known {
    passages = List.copyOf(passages);
  }
}
