package rapport.lead.crawl;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import rapport.lead.site.PageText;
import rapport.lead.site.Site;
import reactor.core.publisher.Mono;

@Component
final class NoProposals implements Proposals {
  @Override
  public Mono<Made> propose(String workspace, Site site, List<PageText> pages) {
    return Mono.just(new Made(0, 0, Optional.empty()));
  }
}
