package rapport.conversation.genkit;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which snapshot is meant: exactly one of the two is there. */
record AgentLookup(@Nullable String snapshotId, @Nullable String sessionId) {

  private static final Set<String> KNOWN = Set.of("snapshotId", "sessionId");

  /**
   * Reads {@code {"data": {"snapshotId"} | {"sessionId"}}}.
   *
   * @throws RefusedException when neither or both are there, or something else
   */
  static AgentLookup read(JsonNode envelope) {
    var data = InputObject.of(envelope, "data", KNOWN);
    var lookup = new AgentLookup(data.string("snapshotId"), data.string("sessionId"));
    if ((lookup.snapshotId() == null) == (lookup.sessionId() == null)) {
      data.wrong("snapshotId", "give either this or the sessionId");
    }
    data.done();
    return lookup;
  }
}
