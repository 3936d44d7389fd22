package rapport.integrations.connector;

import java.util.List;

/**
 * What a genuine call says.
 *
 * @param id names the call: another one with the same id is the same call again
 * @param answer the text to answer with; empty for most
 */
public record Heard(String id, String answer, List<SourceRecord> records) {
  public Heard {
    records = List.copyOf(records);
  }
}
