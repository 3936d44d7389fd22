package rapport.lead.store;

import static com.mongodb.client.model.Filters.eq;

import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import rapport.contracts.WireMessage;
import reactor.core.publisher.Mono;

/** What was told of a visitor or a lead, for readers of the topic that missed some. */
@Component
public final class ToldEvents {

  private final Collections collections;

  ToldEvents(Collections collections) {
    this.collections = collections;
  }

  /**
   * The events of a stream from one revision to another, both included, as far as they are kept.
   */
  public Mono<List<WireMessage>> between(String workspace, String stream, long from, long to) {
    var key = workspace + "/" + stream;
    return collections
        .visitors()
        .flatMap(all -> all.findOne(workspace, eq("_id", key)))
        .switchIfEmpty(collections.leads().flatMap(all -> all.findOne(workspace, eq("_id", key))))
        .map(document -> messages(key, document, from, to))
        .defaultIfEmpty(List.of());
  }

  private static List<WireMessage> messages(String key, Document document, long from, long to) {
    return document.getList("news", Document.class).stream()
        .filter(news -> news.getLong("rev") >= from && news.getLong("rev") <= to)
        .map(news -> VisitorDocuments.message(key, news))
        .toList();
  }
}
