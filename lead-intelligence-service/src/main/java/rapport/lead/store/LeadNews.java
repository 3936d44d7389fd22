package rapport.lead.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.springframework.stereotype.Component;
import rapport.contracts.Envelope;
import rapport.contracts.EventCodec;
import rapport.contracts.LeadState;
import rapport.contracts.WireMessage;
import rapport.lead.lead.LeadStates;
import rapport.runtime.outbox.OutboxEntry;
import reactor.core.publisher.Flux;

/**
 * What is to be told about leads. The news lie in the lead's document; the latest of them goes out
 * together with the lead's state, since of a compacted topic only the latest counts.
 */
@Component
final class LeadNews {

  private static final EventCodec<LeadState> STATE = new EventCodec<>(LeadState.CATALOG);
  private static final String ID = "of-lead:";
  private static final int ALL = 0;

  private final Collections collections;

  LeadNews(Collections collections) {
    this.collections = collections;
  }

  /** Whether an entry is one of these. */
  static boolean is(OutboxEntry entry) {
    return entry.id().startsWith(ID);
  }

  Flux<OutboxEntry> unpublished(Set<String> streamKeys, int limit) {
    var pending = eq("pending", true);
    var filter = streamKeys.isEmpty() ? pending : and(pending, in("_id", streamKeys));
    return collections
        .leads()
        .flatMapMany(all -> all.acrossWorkspaces(filter, Sorts.ascending("_id"), limit))
        .concatMapIterable(document -> entries(document, document.getLong("published")));
  }

  Flux<OutboxEntry> log(Instant since) {
    return collections
        .leads()
        .flatMapMany(all ->
            all.acrossWorkspaces(gte("toldAt", Date.from(since)), Sorts.ascending("_id"), ALL))
        .concatMapIterable(document -> entries(document, 0))
        .filter(entry -> !entry.at().isBefore(since));
  }

  private static List<OutboxEntry> entries(Document document, long after) {
    var key = document.getString("_id");
    var entries = new ArrayList<OutboxEntry>();
    for (var news : document.getList("news", Document.class)) {
      var rev = news.getLong("rev");
      if (rev > after) {
        var messages = new ArrayList<>(List.of(VisitorDocuments.message(key, news)));
        if (rev.equals(document.getLong("told"))) {
          messages.add(state(document, news));
        }
        entries.add(
            new OutboxEntry(
                ID + key + ":" + rev, key, rev, news.getDate("at").toInstant(), messages));
      }
    }
    return entries;
  }

  private static WireMessage state(Document document, Document news) {
    var lead = LeadDocuments.lead(document).lead();
    var rev = news.getLong("rev");
    return STATE.encode(
        new Envelope<>(
            "state:" + document.getString("_id") + ":" + rev,
            lead.workspace(),
            lead.id(),
            rev,
            news.getDate("at").toInstant(),
            null,
            null,
            LeadStates.of(lead)));
  }
}
