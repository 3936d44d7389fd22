package rapport.lead.fact;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import rapport.contracts.FieldValue;
import rapport.contracts.FieldValue.Tags;
import rapport.contracts.LeadEvent.Fact;
import rapport.lead.text.Sentence;

/** Finds what visitors say about themselves: facts by the path they have in a visitor's profile. */
public final class FactFinder {

  private final List<FactRule> rules =
      List.of(
          new TeamSize(),
          new TechStack(),
          new Industry(),
          new Role(),
          new DecisionMaker(),
          new Timeline(),
          new Volume(),
          new Budget(),
          new UseCase());

  /** The facts of a message, one for each path; of lists everything that was named. */
  public List<Fact> in(String message) {
    var facts = new LinkedHashMap<String, Fact>();
    for (var sentence : Sentence.of(message)) {
      rules.stream()
          .flatMap(rule -> rule.in(sentence))
          .forEach(fact -> facts.merge(fact.path(), fact, FactFinder::together));
    }
    return List.copyOf(facts.values());
  }

  /** What is known after a fact came: a later one stands, lists grow. */
  public static void add(Map<String, FieldValue> known, Fact fact) {
    known.merge(fact.path(), fact.value(), FactFinder::later);
  }

  private static FieldValue later(FieldValue before, FieldValue value) {
    return before instanceof Tags(var some) && value instanceof Tags(var more)
        ? both(some, more)
        : value;
  }

  private static Fact together(Fact first, Fact second) {
    if (first.value() instanceof Tags(var some) && second.value() instanceof Tags(var more)) {
      return new Fact(first.path(), both(some, more), first.quote(), first.confidence());
    }
    return second.confidence() > first.confidence() ? second : first;
  }

  private static Tags both(List<String> some, List<String> more) {
    var all = new LinkedHashSet<>(some);
    all.addAll(more);
    return new Tags(List.copyOf(all));
  }
}
