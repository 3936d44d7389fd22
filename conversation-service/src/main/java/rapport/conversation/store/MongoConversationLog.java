package rapport.conversation.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import rapport.conversation.session.Commit;
import rapport.conversation.session.ConversationLog;
import rapport.conversation.session.ConversationReader;
import rapport.conversation.session.PublishedEvents;
import rapport.runtime.outbox.Outbox;
import rapport.runtime.outbox.OutboxEntry;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.DuplicateKeyException;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The log in the collection {@code commits}. While a commit is not published it carries the field
 * {@code outbox}; the sparse index over it is as small as the backlog.
 */
@Component
final class MongoConversationLog implements ConversationLog, Outbox {

  private static final Logger LOG = LoggerFactory.getLogger(MongoConversationLog.class);
  private static final Bson IN_ORDER = Sorts.ascending("_id");
  private static final int PAGE = 64;

  private final WorkspaceCollection commits;
  private final Mono<Boolean> indexes;

  MongoConversationLog(DocumentStore store) {
    this.commits = store.collection("commits");
    this.indexes =
        Mono.when(
                commits.index(
                    Indexes.ascending("workspace", "stream", "inputId"),
                    new IndexOptions().unique(true)),
                commits.index(
                    Indexes.ascending("outbox"), new IndexOptions().unique(true).sparse(true)),
                commits.index(
                    Indexes.ascending(CommitDocuments.SWITCHED), new IndexOptions().sparse(true)),
                commits.index(
                    Indexes.ascending(CommitDocuments.CALLED), new IndexOptions().sparse(true)),
                commits.index(Indexes.ascending("at"), new IndexOptions()))
            .thenReturn(true)
            .cacheInvalidateIf(_ -> false);
  }

  @Override
  public Mono<Boolean> append(Commit commit) {
    return indexes
        .then(commits.insert(commit.workspace(), CommitDocuments.write(commit)))
        .then(settled(commit))
        .thenReturn(true)
        .onErrorReturn(DuplicateKeyException.class, false);
  }

  /**
   * Takes the marks off earlier commits of the conversation that are true no longer, so that those
   * who still wait are found however many have waited before them. A mark that stays is no harm:
   * whoever reads looks at how the conversation stands.
   */
  private Mono<Void> settled(Commit commit) {
    return Flux.fromIterable(CommitDocuments.outdated(commit))
        .concatMap(mark ->
            commits.updateAcrossWorkspaces(
                Filters.and(
                    Filters.eq("workspace", commit.workspace()),
                    Filters.eq("stream", commit.stream()),
                    Filters.lt("seq", commit.seq()),
                    Filters.exists(mark)),
                Updates.unset(mark)))
        .onErrorResume(e -> {
          LOG.warn("{} keeps a mark that is true no longer", commit.id(), e);
          return Mono.empty();
        })
        .then();
  }

  @Override
  public Flux<Commit> after(String workspace, String stream, long seq) {
    return page(workspace, stream, seq)
        .expand(page ->
            page.size() < PAGE ? Mono.empty() : page(workspace, stream, page.getLast().seq()))
        .concatMapIterable(page -> page);
  }

  private Mono<List<Commit>> page(String workspace, String stream, long after) {
    var ids = CommitDocuments.ids(workspace, stream, after + 1, PAGE);
    return commits
        .find(workspace, Filters.in("_id", ids), IN_ORDER, PAGE)
        .concatMap(MongoConversationLog::unlessErased)
        .map(CommitDocuments::read)
        .collectList();
  }

  @Override
  public Mono<Commit> commit(String workspace, String stream, long seq) {
    return commits
        .findOne(workspace, Filters.eq("_id", Commit.id(workspace, stream, seq)))
        .flatMap(MongoConversationLog::unlessErased)
        .map(CommitDocuments::read);
  }

  private static Mono<Document> unlessErased(Document commit) {
    return commit.containsKey(ConversationCommits.FENCE)
        ? Mono.error(ConversationReader::notFound)
        : Mono.just(commit);
  }

  @Override
  public Flux<String> switchedTo(String workspace, String mode, int limit) {
    var switched = Filters.eq(CommitDocuments.SWITCHED, CommitDocuments.switched(workspace, mode));
    return streams(workspace, switched, limit);
  }

  @Override
  public Flux<String> called(String workspace, int limit) {
    return streams(workspace, Filters.eq(CommitDocuments.CALLED, workspace), limit);
  }

  /** The conversations of some commits, the latest first. */
  private Flux<String> streams(String workspace, Bson which, int limit) {
    return indexes
        .thenMany(commits.find(workspace, which, Sorts.descending("at"), limit))
        .map(document -> document.getString("stream"))
        .distinct();
  }

  @Override
  public Flux<OutboxEntry> unpublished(Set<String> streamKeys, int limit) {
    return unpublished("^(?:" + anyOf(streamKeys) + ")", limit);
  }

  @Override
  public Flux<OutboxEntry> unpublishedBut(Set<String> streamKeys, int limit) {
    return unpublished(streamKeys.isEmpty() ? "^" : "^(?!" + anyOf(streamKeys) + ")", limit);
  }

  private Flux<OutboxEntry> unpublished(String ids, int limit) {
    var filter = Filters.regex("outbox", ids);
    return commits.acrossWorkspaces(filter, IN_ORDER, limit).map(this::entry);
  }

  private static String anyOf(Set<String> streamKeys) {
    return streamKeys.stream()
        .map(key -> Pattern.quote(key) + ":")
        .collect(Collectors.joining("|"));
  }

  @Override
  public Mono<Void> markPublished(List<OutboxEntry> entries) {
    var ids = entries.stream().map(OutboxEntry::id).toList();
    return commits.updateAcrossWorkspaces(Filters.in("_id", ids), Updates.unset("outbox"));
  }

  @Override
  public Flux<OutboxEntry> log(Instant since) {
    return commits.acrossWorkspaces(Filters.gte("at", Date.from(since)), IN_ORDER).map(this::entry);
  }

  private OutboxEntry entry(Document document) {
    return PublishedEvents.entry(CommitDocuments.read(document));
  }
}
