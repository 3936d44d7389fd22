package rapport.health.funnel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts the conversations of a flow, one after the other, in any order. */
public final class FunnelCount {

  private final Instant now;
  private final Duration abandonedAfter;
  private final FlowOutline outline = new FlowOutline();
  private final Map<Standing, Long> standings = new EnumMap<>(Standing.class);
  private final SortedMap<String, Long> locales = new TreeMap<>();
  private final Spread took = new Spread();
  private final Map<String, FieldCount> fields = new HashMap<>();
  private final Map<String, PhaseCount> phases = new HashMap<>();
  private final Map<Footprint, Long> footprints = new HashMap<>();

  /**
   * @param abandonedAfter how long nothing happened in an abandoned conversation, up to now
   */
  public FunnelCount(Instant now, Duration abandonedAfter) {
    this.now = now;
    this.abandonedAfter = abandonedAfter;
  }

  /** Takes one more conversation into account. */
  public void add(ConversationProgress conversation) {
    outline.add(conversation);
    var standing = conversation.standing(now, abandonedAfter);
    standings.merge(standing, 1L, Long::sum);
    if (conversation.locale() != null) {
      locales.merge(conversation.locale(), 1L, Long::sum);
    }
    took.add(conversation.took());
    var abandoned = standing == Standing.ABANDONED;
    var rows = rows(conversation, abandoned ? conversation.awaited() : List.of());
    rows.forEach((path, steps) -> field(path).add(steps));
    conversation.phases().forEach((id, progress) -> phase(id).add(progress));
    var footprint = Footprint.of(conversation, rows, path -> field(path).number(), abandoned);
    footprints.merge(footprint, 1L, Long::sum);
  }

  /** The report of all conversations so far. */
  public FunnelReport report() {
    var paths = outline.pathsByPhase();
    var told =
        outline.phases().stream()
            .flatMap(id -> {
              var inPhase = paths.getOrDefault(id, List.of()).stream().map(this::field).toList();
              return phase(id).report(inPhase, footprints).stream();
            })
            .toList();
    return new FunnelReport(sessions(), locales, told);
  }

  private FunnelReport.Sessions sessions() {
    var completed = standings.getOrDefault(Standing.COMPLETED, 0L);
    var abandoned = standings.getOrDefault(Standing.ABANDONED, 0L);
    var open = standings.getOrDefault(Standing.OPEN, 0L);
    return new FunnelReport.Sessions(
        completed + abandoned + open, completed, abandoned, open, took.medianMinutes());
  }

  /** What holds of each field, and of each of its rows in a group. */
  private Map<String, List<Set<Step>>> rows(
      ConversationProgress conversation, List<String> awaited) {
    var rows = new HashMap<String, List<Set<Step>>>();
    conversation
        .fields()
        .forEach((path, field) -> {
          if (!field.removed()) {
            var steps = field.steps();
            if (awaited.contains(path)) {
              steps.add(Step.ABANDONED);
            }
            if (!steps.isEmpty()) {
              rows.computeIfAbsent(Paths.template(path), _ -> new ArrayList<>()).add(steps);
            }
            field(Paths.template(path)).took(field);
          }
        });
    return rows;
  }

  private FieldCount field(String path) {
    return fields.computeIfAbsent(path, _ -> new FieldCount(path, fields.size()));
  }

  private PhaseCount phase(String id) {
    return phases.computeIfAbsent(id, PhaseCount::new);
  }
}
