package rapport.conversation.genkit;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One turn of {@code remoteAgent}.
 *
 * @param message what the person says, stripped; may be empty
 * @param snapshotId the snapshot the turn continues
 * @param sessionId the session it continues, at its latest snapshot unless that is given as well; a
 *     new one begins without either
 */
record AgentInput(String message, @Nullable String snapshotId, @Nullable String sessionId) {

  private static final Set<String> DATA = Set.of("message", "resume", "detach");
  private static final Set<String> INIT = Set.of("snapshotId", "sessionId", "state");
  private static final Set<String> MESSAGE = Set.of("role", "content", "metadata");

  /**
   * Reads {@code {"data": {"message": ...}, "init": {...}}}.
   *
   * @throws RefusedException naming everything that is wrong, or that turns are never interrupted,
   *     detached or given a state
   */
  static AgentInput read(JsonNode envelope) {
    var data = InputObject.of(envelope, "data", DATA);
    var message = data.object("message", MESSAGE);
    var words = message == null ? "" : words(message);
    data.done();
    var init = InputObject.of(envelope, "init", INIT);
    var snapshotId = init.string("snapshotId");
    var sessionId = init.id("sessionId", InputObject.SESSION_ID);
    init.done();
    refuse(data.has("resume"), "Turns of this agent are never interrupted.");
    refuse(isTrue(data.present("detach")), "Turns of this agent cannot be detached.");
    refuse(init.has("state"), "The state is kept here: send the snapshotId instead.");
    return new AgentInput(words, snapshotId, sessionId);
  }

  private static String words(InputObject message) {
    if (!"user".equals(message.string("role"))) {
      message.wrong("role", "must be user");
    }
    var content = message.present("content");
    if (content == null || !content.isArray()) {
      message.wrong("content", "must be a list of parts");
      return "";
    }
    var words = new StringBuilder();
    for (var i = 0; i < content.size(); i++) {
      var part = content.get(i);
      if (part.isObject() && part.has("text")) {
        var text = message.within("content[" + i + "]", part).text("text");
        words.append(Objects.requireNonNullElse(text, ""));
      } else {
        message.wrong("content[" + i + "]", "must be a part with a text");
      }
    }
    return words.toString().strip();
  }

  private static boolean isTrue(@Nullable JsonNode value) {
    return value != null && value.isBoolean() && value.booleanValue();
  }

  private static void refuse(boolean refused, String reason) {
    if (refused) {
      throw new RefusedException(GenkitError.of(CanonicalCode.FAILED_PRECONDITION, reason));
    }
  }
}
