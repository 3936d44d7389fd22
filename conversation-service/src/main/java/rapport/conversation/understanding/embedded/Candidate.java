package rapport.conversation.understanding.embedded;

import rapport.contracts.FieldValue;
import rapport.conversation.value.Found;

/**
 * A typed value of the message and where it stands.
 *
 * @param kind what it is
 * @param value in canonical form
 * @param unit what is counted, or empty
 * @param span its tokens
 */
record Candidate(Found.Kind kind, FieldValue value, String unit, Span span) {}
