package rapport.conversation.summary;

import java.util.Map;

/**
 * Whom texts are about, and the language they are in.
 *
 * @param name the field that says what they are called
 * @param personal whether that is a person's name, so that its first part is enough the second time
 * @param otherwise what to call them when nobody said
 * @param rests how the rest of an answer is told, by its shape: <code>" and {value}"</code>
 */
public record Voice(
    String name, boolean personal, String otherwise, Words words, Map<String, String> rests) {
  public Voice {
    rests = Map.copyOf(rests);
  }
}
