package rapport.lead.store;

import java.util.List;
import org.springframework.stereotype.Component;
import rapport.contracts.WireMessage;
import rapport.runtime.outbox.NewsOutbox;
import reactor.core.publisher.Mono;

/** What was told of a visitor or a lead, for readers of the topic that missed some. */
@Component
public final class ToldEvents {

  private final NewsOutbox visitorNews;
  private final NewsOutbox leadNews;

  ToldEvents(NewsOutbox visitorNews, NewsOutbox leadNews) {
    this.visitorNews = visitorNews;
    this.leadNews = leadNews;
  }

  /**
   * The events of a stream from one revision to another, both included, as far as they are kept.
   */
  public Mono<List<WireMessage>> between(String workspace, String stream, long from, long to) {
    return visitorNews
        .between(workspace, stream, from, to)
        .switchIfEmpty(leadNews.between(workspace, stream, from, to))
        .collectList();
  }
}
