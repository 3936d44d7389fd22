package rapport.conversation.summary;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;

/**
 * A value as it was read.
 *
 * @param text all of it, cleaned
 * @param said the same words have the same, however they are written
 * @param phrase what kind of words it is, or null when it says nothing
 */
record Reading(FieldValue value, String text, String said, @Nullable Phrase phrase) {

  boolean saysSomething() {
    return phrase != null;
  }

  /** What kind of words it is. */
  Phrase words() {
    return Objects.requireNonNull(phrase);
  }
}
