package rapport.health.funnel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The phases of a flow and what is asked in them, told by its conversations alone: a field belongs
 * to the phase in which most of them were asked it first.
 */
final class FlowOutline {

  /** Where fields stand that nobody was asked. */
  static final String OTHER = "other";

  private final MeetingOrder phases = new MeetingOrder();
  private final MeetingOrder fields = new MeetingOrder();
  private final Map<String, Map<String, Long>> votes = new HashMap<>();

  /** Takes one more conversation into account. */
  void add(ConversationProgress conversation) {
    phases.add(List.copyOf(conversation.phases().keySet()));
    fields.add(conversation.fields().keySet().stream().map(Paths::template).distinct().toList());
    var asked = new LinkedHashMap<String, String>();
    conversation
        .fields()
        .forEach((path, field) -> {
          if (field.phase() != null) {
            asked.putIfAbsent(Paths.template(path), field.phase());
          }
        });
    asked.forEach((path, phase) ->
        votes.computeIfAbsent(path, _ -> new TreeMap<>()).merge(phase, 1L, Long::sum));
  }

  /** The phases in order; {@link #OTHER} is the last, whether or not there is anything in it. */
  List<String> phases() {
    var ordered = new ArrayList<>(phases.names());
    ordered.remove(OTHER);
    ordered.add(OTHER);
    return ordered;
  }

  /** The fields of each phase, in order. */
  Map<String, List<String>> pathsByPhase() {
    return fields.names().stream().collect(Collectors.groupingBy(this::phaseOf));
  }

  /** Of phases with as many votes the earlier one. */
  private String phaseOf(String path) {
    var phasesByVotes = votes.getOrDefault(path, Map.of());
    return phases.names().stream()
        .max(Comparator.comparingLong(phase -> phasesByVotes.getOrDefault(phase, 0L)))
        .filter(phasesByVotes::containsKey)
        .orElse(OTHER);
  }
}
