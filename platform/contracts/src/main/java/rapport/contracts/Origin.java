package rapport.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which hand wrote a value. */
public enum Origin {
  /** Understood from a message of the conversation. */
  CHAT,
  /** Typed or picked in the panel. */
  PANEL,
  /** Taken from what the workspace already knew when the conversation began. */
  PREFILL,
  /** Written by Rapport itself, such as a drafted summary. */
  GENERATED;

  /** The name on the wire, in lower case. */
  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
