package rapport.profile.store;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Objects;
import org.bson.Document;
import rapport.contracts.Envelope;
import rapport.contracts.EventCodec;
import rapport.contracts.WireMessage;

/** What is to be told about a document, as the elements of its {@code news}. */
final class NewsDocuments {

  private NewsDocuments() {}

  static <E> Document of(EventCodec<E> codec, Envelope<E> news) {
    var message = codec.encode(news);
    return new Document("rev", news.rev())
        .append("at", Date.from(news.at()))
        .append("headers", new Document(new LinkedHashMap<String, Object>(message.headers())))
        .append("value", message.value());
  }

  static long rev(Document news) {
    return news.getLong("rev");
  }

  static Instant at(Document news) {
    return RecordDocuments.requiredInstant(news, "at");
  }

  static WireMessage message(String topic, String streamKey, Document news) {
    var headers = new LinkedHashMap<String, String>();
    var stored = Objects.requireNonNull(news.get("headers", Document.class));
    stored.forEach((name, value) -> headers.put(name, value.toString()));
    return new WireMessage(topic, streamKey, headers, news.getString("value"));
  }
}
