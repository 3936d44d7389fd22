package rapport.lead.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import rapport.contracts.EventCatalog;
import rapport.contracts.LeadEvent;
import rapport.lead.lead.Lead;
import rapport.runtime.feed.Feeds;
import rapport.runtime.outbox.News;
import rapport.runtime.outbox.RelaySignal;
import rapport.runtime.store.DuplicateKeyException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps leads; what is to be told about them is in the same write. */
@Component
public final class Leads {

  /** The stream of a workspace's feed of leads. */
  public static final String FEED = "leads";

  private static final int REMEMBERED = 200;
  private static final News<LeadEvent> NEWS = new News<>(EventCatalog.LEAD);
  private static final PushOptions LATEST = new PushOptions().slice(-REMEMBERED);

  private final Collections collections;
  private final RelaySignal relay;
  private final Feeds feeds;
  private final Clock clock;

  Leads(Collections collections, RelaySignal relay, Feeds feeds, Clock clock) {
    this.collections = collections;
    this.relay = relay;
    this.feeds = feeds;
    this.clock = clock;
  }

  /** Empty when there is none of that id. */
  public Mono<StoredLead> find(String workspace, String id) {
    return document(workspace, eq("_id", workspace + "/" + id)).map(LeadDocuments::lead);
  }

  /** What happened to a lead, the first thing first; the latest {@value #REMEMBERED}. */
  public Mono<List<LeadHistoryEntry>> history(String workspace, String id) {
    return document(workspace, eq("_id", workspace + "/" + id)).map(LeadDocuments::historyOf);
  }

  /** The lead a conversation is part of, open or not. */
  Mono<StoredLead> ofConversation(String workspace, String conversation) {
    return document(workspace, eq("conversations", conversation)).map(LeadDocuments::lead);
  }

  /** The open lead of a person on a site. */
  Mono<StoredLead> open(String workspace, String site, String email) {
    return document(workspace, eq("openKey", LeadDocuments.openKey(site, email)))
        .map(LeadDocuments::lead);
  }

  /** The leads with that address, the latest first. */
  public Flux<StoredLead> ofAddress(String workspace, String email) {
    return matching(workspace, eq("email", email));
  }

  /** The leads with an address of that domain, the latest first; at most {@value #REMEMBERED}. */
  public Flux<StoredLead> ofDomain(String workspace, String domain) {
    return matching(workspace, ofDomain(domain));
  }

  private Flux<StoredLead> matching(String workspace, Bson filter) {
    return collections
        .leads()
        .flatMapMany(all -> all.find(workspace, filter, Sorts.descending("openedAt"), REMEMBERED))
        .map(LeadDocuments::lead);
  }

  /** Those asked for, the best score first. */
  public Flux<StoredLead> list(String workspace, LeadQuery query) {
    return collections
        .leads()
        .flatMapMany(all ->
            all.find(
                workspace,
                query.filter(),
                Sorts.orderBy(Sorts.descending("points"), Sorts.ascending("lead")),
                query.limit()))
        .map(LeadDocuments::lead);
  }

  /** A lead, and when something was last told of it. */
  public record Changed(Lead lead, Instant at) {}

  /** Those of a workspace that something was told of then or later, in the order of that. */
  public Flux<Changed> changedSince(String workspace, Instant then) {
    return collections
        .leads()
        .flatMapMany(
            all -> all.find(workspace, gte("toldAt", Date.from(then)), Sorts.ascending("toldAt")))
        .map(document ->
            new Changed(
                LeadDocuments.lead(document).lead(), document.getDate("toldAt").toInstant()));
  }

  /** The leads of a workspace that are won or lost. */
  Flux<StoredLead> closed(String workspace) {
    return collections
        .leads()
        .flatMapMany(all -> all.find(workspace, eq("open", false), Sorts.ascending("_id")))
        .map(LeadDocuments::lead)
        .filter(stored -> stored.lead().closing() != null);
  }

  /** Leads of any workspace whose end has not been learned from. */
  Flux<StoredLead> unlearned() {
    return collections
        .leads()
        .flatMapMany(
            all -> all.acrossWorkspaces(eq("unlearned", true), Sorts.ascending("_id"), REMEMBERED))
        .map(LeadDocuments::lead);
  }

  /**
   * From now on what is learned of a workspace's ends is to be learned anew: one of them says so.
   */
  Mono<Void> learnAgain(String workspace) {
    return collections
        .leads()
        .flatMap(all -> all.update(workspace, eq("open", false), set("unlearned", true)))
        .then();
  }

  /** From now on this lead's end, as it was, has been learned from. */
  Mono<Void> learned(StoredLead stored) {
    var at = and(eq("_id", key(stored.lead())), eq("version", stored.version()));
    return collections
        .leads()
        .flatMap(all -> all.update(stored.lead().workspace(), at, set("unlearned", false)))
        .then();
  }

  /** Open leads of any workspace that nobody has looked at since then. */
  Flux<StoredLead> notLookedAtSince(Instant then, int limit) {
    return collections
        .leads()
        .flatMapMany(all ->
            all.acrossWorkspaces(
                and(eq("open", true), lt("lookedAt", Date.from(then))),
                Sorts.ascending("lookedAt"),
                limit))
        .map(LeadDocuments::lead);
  }

  /** From now on nobody has looked at any open lead of a workspace. */
  Mono<Void> lookAgain(String workspace) {
    return lookAgain(workspace, exists("email"));
  }

  /** The same of the leads with an address of one of these domains. */
  public Mono<Void> lookAgainAt(String workspace, List<String> domains) {
    return lookAgain(workspace, or(domains.stream().map(Leads::ofDomain).toList()));
  }

  /** Whoever is looking at one of them just then has to begin anew: the version is another. */
  private Mono<Void> lookAgain(String workspace, Bson whose) {
    return collections
        .leads()
        .flatMap(all ->
            all.updateAcrossWorkspaces(
                and(eq("workspace", workspace), eq("open", true), whose),
                combine(set("lookedAt", Date.from(Instant.EPOCH)), inc("version", 1L))));
  }

  private static Bson ofDomain(String domain) {
    return regex("email", "@" + Pattern.quote(domain) + "$");
  }

  private Mono<Document> document(String workspace, Bson filter) {
    return collections.leads().flatMap(all -> all.findOne(workspace, filter));
  }

  /**
   * Keeps a new lead.
   *
   * @return false when the person has an open lead on that site already
   */
  Mono<Boolean> add(Lead lead) {
    var document = NEWS.first(LeadDocuments.news(lead));
    document.append("_id", key(lead)).append("version", 1L);
    LeadDocuments.fields(lead).forEach(document::append);
    document.append("lookedAt", Date.from(clock.instant()));
    document.append("history", lead.news().stream().map(LeadDocuments::history).toList());
    return collections
        .leads()
        .flatMap(all -> all.insert(lead.workspace(), document))
        .thenReturn(true)
        .onErrorResume(DuplicateKeyException.class, _ -> Mono.just(false))
        .doOnNext(_ -> told(lead));
  }

  /**
   * Puts a lead in the place of what it was.
   *
   * @return false when somebody else has changed it meanwhile; nothing is changed then
   */
  public Mono<Boolean> replace(StoredLead before, Lead lead) {
    return replace(before, lead, combine());
  }

  /** The same of a lead that was looked at just now. */
  Mono<Boolean> replaceLookedAt(StoredLead before, Lead lead) {
    return replace(before, lead, set("lookedAt", Date.from(clock.instant())));
  }

  private Mono<Boolean> replace(StoredLead before, Lead lead, Bson more) {
    var writes = new ArrayList<Bson>();
    writes.add(more);
    LeadDocuments.fields(lead).forEach((name, value) -> writes.add(set(name, value)));
    writes.add(set("version", before.version() + 1));
    if (!lead.news().isEmpty()) {
      writes.add(NEWS.more(LeadDocuments.news(lead)));
      writes.add(
          pushEach("history", lead.news().stream().map(LeadDocuments::history).toList(), LATEST));
    }
    var at = and(eq("_id", key(lead)), eq("version", before.version()));
    return collections
        .leads()
        .flatMap(all -> all.update(lead.workspace(), at, combine(writes)))
        .doOnNext(_ -> told(lead));
  }

  private void told(Lead lead) {
    if (!lead.news().isEmpty()) {
      relay.wake(key(lead));
      feeds.changed(lead.workspace() + "/" + FEED);
    }
  }

  private static String key(Lead lead) {
    return lead.workspace() + "/" + lead.id();
  }
}
