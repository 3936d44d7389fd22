package rapport.conversation.understanding.model;

import java.util.List;

/**
 * What a model said about a message: claims, nothing more.
 *
 * @param reaction {@code why}, {@code meaning} or {@code none}
 */
record ModelAnswer(List<Claim> values, String reaction) {

  ModelAnswer {
    values = List.copyOf(values);
  }

  /**
   * That some words of the message give a field a value.
   *
   * @param field its path
   * @param value as the model writes it
   * @param quote the words, as the model remembers them
   */
  record Claim(String field, String value, String quote) {}
}
