package rapport.integrations.automation.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An automation as it is kept.
 *
 * @param playbook whether it came with Rapport
 * @param rev counts its changes, from 1; to be given with the next one
 * @param generation counts edits and switching on; what was watched before does not count
 * @param versions every text it has had, the oldest first
 * @param removedAt when it was taken away; what takes its name later counts on from here, so that
 *     its runs are other ones; null while it is there
 */
public record StoredWorkflow(
    String name,
    boolean playbook,
    boolean enabled,
    long rev,
    long generation,
    List<Version> versions,
    @Nullable Instant removedAt) {

  /**
   * A text it has had.
   *
   * @param by the user; null for Rapport itself
   */
  public record Version(int version, String yaml, Instant at, @Nullable String by) {}

  public StoredWorkflow {
    versions = List.copyOf(versions);
  }

  /** One that is new, switched off. */
  public static StoredWorkflow first(
      String name, boolean playbook, String yaml, Instant at, @Nullable String by) {
    var text = new Version(1, yaml, at, by);
    return new StoredWorkflow(name, playbook, false, 1, 1, List.of(text), null);
  }

  /** With another text; it is there again if it was taken away. */
  public StoredWorkflow edited(String yaml, Instant at, String by) {
    var texts = new ArrayList<>(versions);
    texts.add(new Version(current().version() + 1, yaml, at, by));
    return new StoredWorkflow(name, playbook, enabled, rev + 1, generation + 1, texts, null);
  }

  public StoredWorkflow switched(boolean on) {
    return new StoredWorkflow(name, playbook, on, rev + 1, generation + 1, versions, removedAt);
  }

  /** Taken away, and switched off. */
  public StoredWorkflow removed(Instant at) {
    return new StoredWorkflow(name, playbook, false, rev + 1, generation + 1, versions, at);
  }

  public boolean isThere() {
    return removedAt == null;
  }

  /** The text it has. */
  public Version current() {
    return versions.getLast();
  }
}
