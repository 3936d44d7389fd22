package rapport.integrations.store;

import java.util.Date;
import java.util.TreeMap;
import org.bson.Document;
import rapport.integrations.activity.EventCount;
import rapport.integrations.activity.EventTally;

/** Tallies as documents and back. */
final class TallyDocuments {

  private TallyDocuments() {}

  static Document of(EventTally tally) {
    return new Document(
        "counts",
        tally.counts().entrySet().stream()
            .map(entry ->
                new Document("type", entry.getKey())
                    .append("count", entry.getValue().count())
                    .append("last", Date.from(entry.getValue().last())))
            .toList());
  }

  static EventTally view(Document document) {
    var counts = new TreeMap<String, EventCount>();
    for (var count : document.getList("counts", Document.class)) {
      counts.put(
          count.getString("type"),
          new EventCount(count.getLong("count"), count.getDate("last").toInstant()));
    }
    return new EventTally(counts);
  }
}
