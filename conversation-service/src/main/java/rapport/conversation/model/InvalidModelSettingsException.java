package rapport.conversation.model;

import java.util.List;

/** The settings of the language model cannot be used; the service does not start with them. */
public final class InvalidModelSettingsException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  InvalidModelSettingsException(List<String> mistakes) {
    super("the language model cannot be used: " + String.join("; ", mistakes));
  }
}
