package rapport.health.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.HealthEvent;
import rapport.runtime.outbox.News;
import rapport.runtime.projection.StreamRef;

/** How changes of accounts and alerts are told. */
final class HealthTelling {

  static final News<HealthEvent> NEWS = new News<>(EventCatalog.HEALTH);

  private HealthTelling() {}

  /** Events that happened together, after {@code told} others of their stream. */
  static List<Envelope<HealthEvent>> news(
      StreamRef stream, long told, Instant at, List<HealthEvent> events) {
    var news = new ArrayList<Envelope<HealthEvent>>();
    for (var event : events) {
      var rev = told + news.size() + 1;
      var id = "health:" + stream.key() + ":" + rev;
      news.add(new Envelope<>(id, stream.workspace(), stream.stream(), rev, at, null, null, event));
    }
    return news;
  }
}
