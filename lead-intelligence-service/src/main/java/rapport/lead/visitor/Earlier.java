package rapport.lead.visitor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import rapport.contracts.LeadEvent.Evidence;
import rapport.contracts.LeadEvent.Reason;

/** Old messages of a very long conversation, of which only the sums are kept. */
final class Earlier {

  private Earlier() {}

  /** Two readings as one: evidence summed up by persona, reasons each once. */
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
        List.copyOf(sums.values()),
        List.copyOf(reasons.values()),
        List.of(),
        List.of(),
        List.of());
  }

  private static Evidence sum(Evidence one, Evidence other) {
    var weightier = Math.abs(one.weight()) >= Math.abs(other.weight()) ? one : other;
    return new Evidence(
        one.persona(), weightier.quote(), one.weight() + other.weight(), weightier.source());
  }
}
