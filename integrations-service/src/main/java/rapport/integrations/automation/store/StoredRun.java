package rapport.integrations.automation.store;

import rapport.integrations.automation.Run;

/**
 * A run as it is kept.
 *
 * @param rev counts its changes, claims included: whoever has claimed it writes only while nobody
 *     else has
 * @param told the revision of what was told last
 */
public record StoredRun(String workspace, Run run, long rev, long told) {

  /** Unlike that of any other run, in all workspaces. */
  public String key() {
    return Runs.key(workspace, run.id());
  }
}
