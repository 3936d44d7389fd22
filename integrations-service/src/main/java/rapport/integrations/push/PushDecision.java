package rapport.integrations.push;

import java.util.List;
import java.util.Map;
import rapport.contracts.FieldValue;

/**
 * What is written of a record.
 *
 * @param write by the other system's names; empty when it has everything
 * @param ours what is there because we wrote it, by the other system's names
 * @param kept our names of what stays as it is over there, because somebody wrote it there
 */
public record PushDecision(
    Map<String, FieldValue> write, Map<String, FieldValue> ours, List<String> kept) {
  public PushDecision {
    write = Map.copyOf(write);
    ours = Map.copyOf(ours);
    kept = List.copyOf(kept);
  }
}
