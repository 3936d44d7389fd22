package rapport.conversation.model;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one message of the server says: a whole answer, or a piece of a streamed one.
 *
 * @param text may be empty
 * @param end whether the answer ends here, whole
 * @param promptTokens 0 when it does not say
 * @param completionTokens 0 when it does not say
 */
record Completion(String text, boolean end, long promptTokens, long completionTokens) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * @param body a {@code chat.completion} or {@code chat.completion.chunk}
   * @throws ModelException when it is neither, or says that the answer was cut off or refused
   */
  static Completion read(String body) {
    var json = parse(body);
    var choice = json.path("choices").path(0);
    var said = choice.has("delta") ? choice.path("delta") : choice.path("message");
    var strange = choice.isMissingNode() ? !json.path("choices").isArray() : !said.isObject();
    if (strange || json.has("error")) {
      throw malformed("no chat completion");
    }
    if (said.path("refusal").isString()) {
      throw malformed("the model would not answer");
    }
    var reason = choice.path("finish_reason").asString("");
    if (!reason.isEmpty() && !reason.equals("stop")) {
      throw malformed("the answer ended early");
    }
    var usage = json.path("usage");
    return new Completion(
        said.path("content").asString(""),
        reason.equals("stop"),
        Math.max(0, usage.path("prompt_tokens").asLong(0)),
        Math.max(0, usage.path("completion_tokens").asLong(0)));
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException _) {
      throw malformed("no JSON");
    }
  }

  static ModelException malformed(String detail) {
    return new ModelException(ModelException.Reason.MALFORMED, detail);
  }
}
