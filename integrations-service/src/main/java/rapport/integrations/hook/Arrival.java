package rapport.integrations.hook;

import org.bson.Document;
import rapport.runtime.projection.StreamRef;

/**
 * Something another system told, to be worked off.
 *
 * @param tries how often that was begun
 * @param rev counts its changes
 */
public record Arrival(String id, StreamRef connection, String body, int tries, long rev) {

  static Arrival read(Document document) {
    return new Arrival(
        document.getString("_id"),
        StreamRef.ofKey(document.getString("connection")),
        document.getString("body"),
        document.getInteger("tries"),
        document.getLong("rev"));
  }
}
