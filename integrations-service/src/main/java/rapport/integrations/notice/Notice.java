package rapport.integrations.notice;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happened and that somebody wants to be told.
 *
 * @param event the id of what happened
 * @param about the account or lead
 * @param values what the text says, by name
 */
public record Notice(
    String event, Occasion occasion, String about, Instant at, Map<String, String> values) {

  public Notice {
    values = Map.copyOf(values);
  }
}
