package rapport.conversation.genkit;

import com.flipkart.zjsonpatch.Jackson3JsonDiff;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import rapport.conversation.session.Conversation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An agent's answers: the state before and how it changed, the reply piece by piece, the new
 * snapshot.
 */
@Component
final class AgentAnswers {

  private static final String STOP = "stop";

  private final JsonMapper json;

  AgentAnswers(JsonMapper json) {
    this.json = json;
  }

  private record CustomPatch(JsonNode customPatch) {}

  private record ModelChunk(AgentMessage modelChunk) {}

  private record Ended(TurnEnd turnEnd) {}

  private record TurnEnd(String snapshotId, String finishReason) {}

  /** The whole document is replaced by {@code value}. */
  private record Replace(String op, String path, JsonNode value) {}

  private record Output(
      String sessionId, String snapshotId, AgentMessage message, String finishReason) {}

  /**
   * @param before the session before the turn; of a greeting, the session after it
   */
  Answer of(Conversation before, Moment moment) {
    var after = moment.after();
    var spoken = Spoken.in(moment);
    var snapshot = new SnapshotId(after.id(), moment.commit().seq()).text();
    var chunks = new ArrayList<Object>(patches(before, after));
    Pieces.of(spoken.text(), after.dialogue().locale())
        .forEach(piece -> chunks.add(new ModelChunk(AgentMessage.ofModel(piece))));
    chunks.add(new Ended(new TurnEnd(snapshot, STOP)));
    var message = AgentMessage.ofModel(spoken.text());
    return new Answer(chunks, new Output(after.id(), snapshot, message, STOP));
  }

  /** The first patch of a turn sets the whole state, for clients that lack it. */
  private List<CustomPatch> patches(Conversation before, Conversation after) {
    var patches = new ArrayList<CustomPatch>();
    var known = state(before);
    patches.add(new CustomPatch(json.valueToTree(List.of(new Replace("replace", "", known)))));
    var changes = Jackson3JsonDiff.asJson(known, state(after));
    if (!changes.isEmpty()) {
      patches.add(new CustomPatch(changes));
    }
    return patches;
  }

  private JsonNode state(Conversation conversation) {
    return json.valueToTree(AgentState.of(conversation));
  }
}
