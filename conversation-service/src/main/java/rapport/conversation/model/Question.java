package rapport.conversation.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a model is asked.
 *
 * @param purpose what the answer is for, as metrics tell it
 * @param instructions what to do, written by Rapport alone
 * @param data what to do it with; may hold what people wrote
 * @param schema the JSON schema the answer has to keep to, or null for an answer in words
 */
public record Question(
    Purpose purpose, String instructions, String data, @Nullable JsonNode schema) {

  /** What a model is asked for. */
  public enum Purpose {
    UNDERSTAND,
    SUMMARISE;

    /** The name in metrics and prompts. */
    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
