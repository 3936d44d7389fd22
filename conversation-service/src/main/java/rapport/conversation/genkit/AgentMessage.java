package rapport.conversation.genkit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.conversation.session.ChatMessage;

/**
 * Something said, as Genkit's clients keep it.
 *
 * @param role {@code user} or {@code model}
 * @param metadata says of a message that was taken back that it was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AgentMessage(String role, List<Part> content, @Nullable Map<String, Object> metadata) {

  record Part(String text) {}

  static AgentMessage ofModel(String text) {
    return new AgentMessage("model", List.of(new Part(text)), null);
  }

  static AgentMessage of(ChatMessage message) {
    return new AgentMessage(
        message.role().equals("bot") ? "model" : "user",
        List.of(new Part(message.text())),
        message.undone() ? Map.of("undone", true) : null);
  }
}
