package rapport.lead.visitor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import rapport.contracts.LeadEvent.Evidence;
import rapport.contracts.LeadEvent.Fact;
import rapport.contracts.LeadEvent.Reason;
import rapport.contracts.LeadEvent.Signal;

/** Old messages of a very long conversation, of which only the sums are kept. */
final class Earlier {

  private Earlier() {}

  /**
   * Two readings as one: evidence summed up by persona, reasons and competitors each once, of
   * signals and facts of the same kind the later one.
   */
  static Reading together(Reading first, Reading second) {
    var sums = new LinkedHashMap<String, Evidence>();
    Stream.of(first, second)
        .flatMap(reading -> reading.evidence().stream())
        .forEach(one -> sums.merge(one.persona(), one, Earlier::sum));
    var reasons = new LinkedHashMap<String, Reason>();
    Stream.of(first, second)
        .flatMap(reading -> reading.reasons().stream())
        .forEach(reason -> reasons.putIfAbsent(reason.source(), reason));
    return new Reading(
        second.messageId(),
        second.at(),
        List.copyOf(sums.values()),
        List.copyOf(reasons.values()),
        latest(first.signals(), second.signals(), Signal::type),
        latest(first.facts(), second.facts(), Fact::path),
        Stream.concat(first.competitors().stream(), second.competitors().stream())
            .distinct()
            .toList());
  }

  private static <T> List<T> latest(List<T> first, List<T> second, Function<T, String> kind) {
    var kinds = new LinkedHashMap<String, T>();
    Stream.concat(first.stream(), second.stream()).forEach(one -> kinds.put(kind.apply(one), one));
    return List.copyOf(kinds.values());
  }

  private static Evidence sum(Evidence one, Evidence other) {
    var weightier = Math.abs(one.weight()) >= Math.abs(other.weight()) ? one : other;
    return new Evidence(
        one.persona(), weightier.quote(), one.weight() + other.weight(), weightier.source());
  }
}
