package rapport.lead.fact;

import java.util.stream.Stream;
import rapport.contracts.LeadEvent.Fact;
import rapport.lead.text.Sentence;

/** Finds facts of one kind. */
@FunctionalInterface
interface FactRule {

  /** The facts in a sentence; usually none. */
  Stream<Fact> in(Sentence sentence);
}
