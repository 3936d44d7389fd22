package rapport.lead.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rapport.contracts.LeadEvent.Candidate;
import rapport.contracts.LeadEvent.Evidence;
import rapport.lead.persona.Persona;

/**
 * How likely each persona is, and that it is none of them.
 *
 * @param candidates the likeliest first, {@code unknown} among them; they sum up to 1
 */
public record Belief(List<Candidate> candidates) {

  private static final double SURE = .6;
  private static final double MARGIN = .2;
  private static final double REPLACING = .15;

  public Belief {
    candidates = List.copyOf(candidates);
  }

  static Belief of(List<Persona> personas, List<Evidence> evidence, Weights weights) {
    var logits = new LinkedHashMap<String, Double>();
    personas.forEach(
        persona -> logits.put(persona.id(), weights.known() - Math.log(personas.size())));
    logits.put(Candidate.UNKNOWN, 0d);
    evidence.forEach(
        one -> logits.computeIfPresent(one.persona(), (_, logit) -> logit + one.weight()));
    var greatest = logits.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    logits.replaceAll((_, logit) -> Math.exp((logit - greatest) / weights.temperature()));
    var sum = logits.values().stream().mapToDouble(Double::doubleValue).sum();
    var candidates = new ArrayList<Candidate>();
    logits.forEach((id, share) -> candidates.add(new Candidate(id, share / sum)));
    candidates.sort(Comparator.comparingDouble(Candidate::confidence).reversed());
    return new Belief(candidates);
  }

  /** The likeliest. */
  public Candidate first() {
    return candidates.getFirst();
  }

  /** How likely that one is; 0 for one nobody knows. */
  public double of(String id) {
    return candidates.stream()
        .filter(candidate -> candidate.id().equals(id))
        .mapToDouble(Candidate::confidence)
        .findFirst()
        .orElse(0);
  }

  /**
   * The persona a visitor is taken for. Somebody who was taken for one stays it until another is
   * sure and clearly ahead, so that nothing flaps.
   *
   * @param before the persona held so far
   * @return empty while nobody is sure enough, or when they are likely none
   */
  public Optional<String> assigned(@Nullable String before) {
    var first = first();
    if (before == null || of(before) == 0) {
      var second = candidates.size() > 1 ? candidates.get(1).confidence() : 0;
      var clear = first.confidence() >= SURE && first.confidence() - second >= MARGIN;
      return clear ? named(first) : Optional.empty();
    }
    var ahead = first.confidence() >= SURE && first.confidence() - of(before) >= REPLACING;
    return ahead ? named(first) : Optional.of(before);
  }

  private static Optional<String> named(Candidate candidate) {
    return candidate.id().equals(Candidate.UNKNOWN)
        ? Optional.empty()
        : Optional.of(candidate.id());
  }
}
