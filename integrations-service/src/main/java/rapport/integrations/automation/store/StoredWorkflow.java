package rapport.integrations.automation.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An automation as it is kept.
 *
 * @param playbook whether it came with Rapport
 * @param rev counts its changes, from 1; to be given with the next one
 * @param generation counts edits and switching on; what was watched before does not count
 * @param versions every text it has had, the oldest first
 */
public record StoredWorkflow(
    String name,
    boolean playbook,
    boolean enabled,
    long rev,
    long generation,
    List<Version> versions) {

  /**
   * A text it has had.
   *
   * @param by the user; null for Rapport itself
   */
  public record Version(int version, String yaml, Instant at, @Nullable String by) {}

  public StoredWorkflow {
    versions = List.copyOf(versions);
  }

  /** The text it has. */
  public Version current() {
    return versions.getLast();
  }
}
