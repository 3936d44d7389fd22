package rapport.conversation.value;

import rapport.contracts.FieldValue;

/** Whether a value may stand in a field. */
public sealed interface Answer {
  /** It may, in this canonical form. */
  record Accepted(FieldValue value) implements Answer {}

  /** It may not; {@code code} is kebab-case and stable, such as {@code not-an-age}. */
  record Refused(String code) implements Answer {}
}
