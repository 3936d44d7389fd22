package rapport.conversation.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import rapport.contracts.ConversationEvent;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.reply.Reply;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Conversations as the log tells them. */
@Component
public class ConversationReader {

  /** The code of the problem that a conversation is not there. */
  private static final String NOT_FOUND = "conversation-not-found";

  private final ConversationLog log;
  private final ConversationCache cache;
  private final FlowCatalog flows;

  ConversationReader(ConversationLog log, ConversationCache cache, FlowCatalog flows) {
    this.log = log;
    this.cache = cache;
    this.flows = flows;
  }

  /**
   * The conversation as of its last commit.
   *
   * @return fails with 404 {@code conversation-not-found}
   */
  public Mono<Conversation> find(String workspace, String id) {
    return lately(workspace, id).flatMap(this::catchUp);
  }

  /** The conversation as it was at a revision, or at the last commit before it. */
  public Mono<Conversation> asOf(String workspace, String id, long rev) {
    return log.after(workspace, id, 0)
        .takeWhile(commit -> commit.lastRev() <= rev)
        .reduceWith(() -> new Fold(null), this::fold)
        .mapNotNull(Fold::conversation);
  }

  /** The conversations that are in a mode now, those that entered it last first. */
  public Flux<Conversation> inMode(String workspace, String mode, int limit) {
    return log.switchedTo(workspace, mode, limit)
        .concatMap(id -> find(workspace, id))
        .filter(one -> mode.equals(one.dialogue().standing().mode()));
  }

  /** The conversations a colleague was called to and none has come, those called to last first. */
  public Flux<Conversation> called(String workspace, int limit) {
    return log.called(workspace, limit)
        .concatMap(id -> find(workspace, id))
        .filter(one -> one.dialogue().standing().called() != null);
  }

  /**
   * The conversation after each commit since it was read. What this instance appended just now
   * needs no look into the log; what others did may have come behind it.
   */
  public Flux<Conversation> since(Conversation known) {
    return Flux.defer(() -> {
      var next = cache.get(known.streamKey()).filter(kept -> kept.seq() == known.seq() + 1);
      return next.isPresent()
          ? Flux.just(next.get()).concatWith(logged(next.get()))
          : logged(known);
    });
  }

  private Flux<Conversation> logged(Conversation known) {
    return log.after(known.workspace(), known.id(), known.seq()).scan(known, this::after).skip(1);
  }

  /** What was replied last; not every input gets a reply. */
  public Mono<List<Reply>> latestReplies(Conversation conversation) {
    return latestReplies(conversation, conversation.seq());
  }

  private Mono<List<Reply>> latestReplies(Conversation conversation, long seq) {
    return log.commit(conversation.workspace(), conversation.id(), seq)
        .map(Commit::replies)
        .flatMap(replies ->
            replies.isEmpty() ? latestReplies(conversation, seq - 1) : Mono.just(replies))
        .defaultIfEmpty(List.of());
  }

  /** Every commit of a conversation, in order. */
  public Mono<List<Commit>> commits(String workspace, String id) {
    return log.after(workspace, id, 0).collectList();
  }

  /** The conversation as last seen here, which may be behind; fails with 404 as {@link #find}. */
  Mono<Conversation> lately(String workspace, String id) {
    return Mono.defer(
        () -> cache.get(workspace + "/" + id).map(Mono::just).orElseGet(() -> load(workspace, id)));
  }

  /** The conversation with whatever was appended since it was seen. */
  Mono<Conversation> catchUp(Conversation known) {
    return log.after(known.workspace(), known.id(), known.seq())
        .reduce(known, this::after)
        .doOnNext(cache::put);
  }

  private Mono<Conversation> load(String workspace, String id) {
    return log.after(workspace, id, 0)
        .reduceWith(() -> new Fold(null), this::fold)
        .mapNotNull(Fold::conversation)
        .doOnNext(cache::put)
        .switchIfEmpty(Mono.error(ConversationReader::notFound));
  }

  private record Fold(@Nullable Conversation conversation) {}

  private Fold fold(Fold fold, Commit commit) {
    var conversation = fold.conversation() == null ? begin(commit) : fold.conversation();
    return new Fold(after(conversation, commit));
  }

  /** A commit may take the conversation over to another version of its flow. */
  private Conversation after(Conversation conversation, Commit commit) {
    var after = conversation.after(commit);
    var version = after.dialogue().flowVersion();
    return version == after.definition().version()
        ? after
        : after.under(flows.forSession(after.dialogue().flow(), version));
  }

  private Conversation begin(Commit first) {
    for (var event : first.events()) {
      if (event instanceof ConversationEvent.SessionStarted(var flow, var version, _, _, _)) {
        return Conversation.notStarted(
            first.workspace(),
            first.stream(),
            flows.forSession(flow, version),
            Conversation.contextOf(first),
            first.at());
      }
    }
    throw new IllegalStateException("a conversation begins with a start: " + first.stream());
  }

  /** Whether something failed because a conversation is not there. */
  public static boolean isNotFound(Throwable failure) {
    return failure instanceof Problem problem && problem.code().equals(NOT_FOUND);
  }

  /** Why a conversation cannot be given that is not there, or that its reader must not see. */
  public static Problem notFound() {
    return Problem.of(HttpStatus.NOT_FOUND, NOT_FOUND, "There is no such conversation.");
  }
}
