package rapport.health.funnel;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts one phase. */
final class PhaseCount {

  private final String phase;
  private final Spread took = new Spread();
  private long completed;

  PhaseCount(String phase) {
    this.phase = phase;
  }

  /** Takes one session into account. */
  void add(PhaseProgress progress) {
    completed += progress.completed() ? 1 : 0;
    took.add(progress.took());
  }

  /**
   * The phase as the sessions left it; empty when nothing happened in it.
   *
   * @param fields the fields that belong to it
   * @param footprints of all sessions, with how many left the same
   */
  Optional<FunnelReport.Phase> report(List<FieldCount> fields, Map<Footprint, Long> footprints) {
    var numbers = new BitSet();
    fields.forEach(field -> numbers.set(field.number()));
    var counts = new Counts.Growing();
    var reached = 0L;
    var any = false;
    for (var entry : footprints.entrySet()) {
      var steps = entry.getKey().steps(phase, numbers);
      var came = entry.getKey().came().contains(phase) || steps.contains(Step.ASKED);
      reached += came ? entry.getValue() : 0;
      counts.add(steps, entry.getValue());
      any |= came || !steps.isEmpty();
    }
    return any ? Optional.of(report(reached, counts.counts(), fields)) : Optional.empty();
  }

  private FunnelReport.Phase report(long reached, Counts counts, List<FieldCount> fields) {
    var told = fields.stream().filter(FieldCount::any).map(FieldCount::report).toList();
    return new FunnelReport.Phase(phase, reached, completed, counts, took.median(), told);
  }
}
