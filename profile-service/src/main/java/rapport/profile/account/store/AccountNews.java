package rapport.profile.account.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nin;

import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import rapport.contracts.EventCatalog;
import rapport.contracts.WireMessage;
import rapport.runtime.outbox.Outbox;
import rapport.runtime.outbox.OutboxEntry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The signals of accounts, which lie in their commits. */
@Component
public final class AccountNews implements Outbox {

  private static final Bson IN_ORDER = Sorts.ascending("stream", "firstRev");
  private final AccountCollections collections;

  AccountNews(AccountCollections collections) {
    this.collections = collections;
  }

  @Override
  public Flux<OutboxEntry> unpublished(Set<String> streamKeys, int limit) {
    return unpublished(in("stream", streamKeys), limit);
  }

  @Override
  public Flux<OutboxEntry> unpublishedBut(Set<String> streamKeys, int limit) {
    return unpublished(nin("stream", streamKeys), limit);
  }

  private Flux<OutboxEntry> unpublished(Bson which, int limit) {
    var filter = and(eq("published", false), which);
    return collections
        .commits()
        .flatMapMany(commits -> commits.acrossWorkspaces(filter, IN_ORDER, limit))
        .map(Commit::entry);
  }

  @Override
  public Mono<Void> markPublished(List<OutboxEntry> entries) {
    var ids = entries.stream().filter(AccountNews::isSignal).map(OutboxEntry::id).toList();
    return ids.isEmpty() ? Mono.empty() : markPublishedByIds(ids);
  }

  private static boolean isSignal(OutboxEntry entry) {
    return entry.messages().getFirst().topic().equals(EventCatalog.ACCOUNT.topic());
  }

  private Mono<Void> markPublishedByIds(List<String> ids) {
    return collections
        .commits()
        .flatMap(commits ->
            commits.updateAcrossWorkspaces(in("_id", ids), Updates.set("published", true)));
  }

  @Override
  public Flux<OutboxEntry> log(Instant since) {
    return collections
        .commits()
        .flatMapMany(commits -> commits.acrossWorkspaces(gte("at", Date.from(since)), IN_ORDER))
        .map(Commit::entry);
  }

  /** The signals of an account from one revision to another, both included, as far as there are. */
  public Flux<WireMessage> signals(String workspace, String account, long from, long to) {
    var filter = and(eq("account", account), gte("lastRev", from), lte("firstRev", to));
    return collections
        .commits()
        .flatMapMany(commits -> commits.find(workspace, filter, IN_ORDER))
        .concatMapIterable(Commit::messages)
        .filter(message -> {
          var rev = Long.parseLong(message.headers().getOrDefault("ce_rev", "0"));
          return rev >= from && rev <= to;
        });
  }
}
