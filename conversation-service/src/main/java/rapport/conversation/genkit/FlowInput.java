package rapport.conversation.genkit;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rapport.conversation.session.OwnIds;
import tools.jackson.databind.JsonNode;

/**
 * The input of a flow.
 *
 * @param sessionId the session to go on with; a new one begins without
 * @param clientMessageId the client's id of this call: the same again gets the same result
 * @param message what the person says, stripped; empty to be greeted, or to see where things stand
 */
record FlowInput(@Nullable String sessionId, @Nullable String clientMessageId, String message) {

  private static final Set<String> KNOWN =
      Set.of("sessionId", "clientMessageId", "message", "state");

  /**
   * Reads {@code {"data": ...}}. Other keys of the envelope belong to later versions of the
   * protocol. A {@code state} is let pass when there is a session, whose state is kept here;
   * without one, what it holds would be lost.
   *
   * @throws RefusedException naming everything that is wrong
   */
  static FlowInput read(JsonNode envelope) {
    var data = InputObject.of(envelope, "data", KNOWN);
    var sessionId = data.id("sessionId", InputObject.SESSION_ID);
    if (sessionId == null && data.has("state")) {
      data.wrong("state", "is kept here: send the sessionId of the last result instead");
    }
    var input =
        new FlowInput(
            sessionId,
            messageId(data),
            Objects.requireNonNullElse(data.text("message"), "").strip());
    data.done();
    return input;
  }

  private static @Nullable String messageId(InputObject data) {
    var id = data.id("clientMessageId", InputObject.MESSAGE_ID);
    if (id != null && OwnIds.contain(id)) {
      data.wrong("clientMessageId", "must not be an id of the service's own");
    }
    return id;
  }
}
