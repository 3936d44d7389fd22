package rapport.standalone.store;

import de.bwaldvogel.mongo.bson.Document;

/** Answers in portions where the client names no size, as MongoDB does: a message has a limit. */
final class Batches {

  private static final int FIRST = 101;
  private static final int MORE = 1000;

  private Batches() {}

  static Document limited(String command, Document query) {
    if (size(query, "batchSize") != 0) {
      return query;
    }
    if (command.equals("find")) {
      var limit = Math.abs(size(query, "limit"));
      query.put("batchSize", limit > 0 && limit <= MORE ? limit : FIRST);
    } else if (command.equals("getMore")) {
      query.put("batchSize", MORE);
    }
    return query;
  }

  private static int size(Document query, String name) {
    return query.get(name) instanceof Number number ? number.intValue() : 0;
  }
}
