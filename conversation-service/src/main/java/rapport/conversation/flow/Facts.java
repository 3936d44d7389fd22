package rapport.conversation.flow;

import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;

/** What a guard may look at. */
public interface Facts {
  /** The value of a field or control, or null while it has none or is kept aside. */
  @Nullable FieldValue value(String path);

  /** Whether the value was taken from the context and nobody touched it since. */
  boolean prefilled(String path);

  /** Whether the field needs no asking any more: answered, skipped or not known. */
  boolean closed(String path);

  /** An entry of the context as text, or null; a list counts as present when it is not empty. */
  @Nullable String context(String key);

  /** Whether the conversation is completed. */
  boolean completed();
}
