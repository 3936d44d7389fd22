package rapport.integrations.automation;

import java.util.List;
import java.util.Map;

/**
 * What automations know of a subject.
 *
 * @param facts by name
 * @param seen the revision of each source that was taken last
 * @param watches by the name of the automation
 * @param starts runs that were decided and are not begun yet
 */
public record SubjectState(
    Map<String, Object> facts,
    Map<String, Long> seen,
    Map<String, Watch> watches,
    List<Run> starts) {

  public static final SubjectState NEW = new SubjectState(Map.of(), Map.of(), Map.of(), List.of());

  public SubjectState {
    facts = Map.copyOf(facts);
    seen = Map.copyOf(seen);
    watches = Map.copyOf(watches);
    starts = List.copyOf(starts);
  }

  /** The same, when the runs have begun. */
  public SubjectState begun() {
    return new SubjectState(facts, seen, watches, List.of());
  }
}
