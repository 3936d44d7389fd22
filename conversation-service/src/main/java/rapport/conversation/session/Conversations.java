package rapport.conversation.session;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import rapport.contracts.ConversationEvent;
import rapport.conversation.dialogue.Decision;
import rapport.conversation.dialogue.Dialogue;
import rapport.conversation.dialogue.DialogueCommand;
import rapport.conversation.dialogue.DialogueDecider;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.reply.Reply;
import rapport.conversation.reply.ReplyPlanner;
import rapport.conversation.reply.ReplyWriter;
import rapport.conversation.summary.SummaryWriter;
import rapport.runtime.feed.Feeds;
import rapport.runtime.outbox.OutboxRelay;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Takes inputs into conversations: load, understand, decide, reply, append, tell. */
@Service
public class Conversations {

  private static final int TRIES = 10;
  private static final String START = "start";

  private final ConversationLog log;
  private final ConversationCache cache;
  private final FlowCatalog flows;
  private final ReplyWriter replies;
  private final SummaryWriter summaries;
  private final OutboxRelay relay;
  private final Feeds feeds;
  private final Clock clock;
  private final MeterRegistry metrics;
  private final SerialByKey serial = new SerialByKey();

  Conversations(
      ConversationLog log,
      ConversationCache cache,
      FlowCatalog flows,
      ReplyWriter replies,
      SummaryWriter summaries,
      OutboxRelay relay,
      Feeds feeds,
      Clock clock,
      MeterRegistry metrics) {
    this.log = log;
    this.cache = cache;
    this.flows = flows;
    this.replies = replies;
    this.summaries = summaries;
    this.relay = relay;
    this.feeds = feeds;
    this.clock = clock;
    this.metrics = metrics;
  }

  /**
   * Begins a conversation under the given id; one that exists already is given as it is.
   *
   * @param flow a flow's name; its latest version is taken
   */
  public Mono<Conversation> start(
      String workspace,
      String id,
      String flow,
      String locale,
      Map<String, Object> context,
      @Nullable String actor) {
    var fresh =
        Conversation.notStarted(workspace, id, flows.latest(flow), context, clock.instant());
    var input =
        new Input(
            START,
            START,
            actor,
            null,
            _ ->
                Mono.just(
                    new Input.Meant(
                        new DialogueCommand.Start(locale, actor),
                        Map.of("kind", START, Conversation.CONTEXT, context))),
            (_, _, _) -> "");
    return decide(fresh, input)
        .map(Outcome::conversation)
        .onErrorResume(Overtaken.class, _ -> find(workspace, id));
  }

  /**
   * The conversation as of its last commit.
   *
   * @return fails with 404 {@code conversation-not-found}
   */
  public Mono<Conversation> find(String workspace, String id) {
    var known = cache.get(workspace + "/" + id).orElse(null);
    return (known == null ? load(workspace, id) : catchUp(known))
        .switchIfEmpty(Mono.error(Conversations::notFound));
  }

  /** The conversation as it was at a revision, or at the last commit before it. */
  public Mono<Conversation> asOf(String workspace, String id, long rev) {
    return log.after(workspace, id, 0)
        .takeWhile(commit -> commit.lastRev() <= rev)
        .reduceWith(() -> new Fold(null), this::fold)
        .mapNotNull(Fold::conversation);
  }

  /** The commits of a conversation after {@code seq}, and the conversation after each of them. */
  public Mono<List<Outcome>> since(Conversation known) {
    return log.after(known.workspace(), known.id(), known.seq())
        .scan(
            new Outcome(known, null),
            (last, commit) -> new Outcome(last.conversation().after(commit), commit))
        .skip(1)
        .collectList();
  }

  /** Every commit of a conversation. */
  public Mono<List<Commit>> commits(String workspace, String id) {
    return log.after(workspace, id, 0).collectList();
  }

  /**
   * Takes an input. The same input again gets what the first got.
   *
   * @return fails with {@link RejectedException}, with 404 {@code conversation-not-found}, 409
   *     {@code id-reused} when another input came under the same id, 409 {@code too-much-at-once}
   *     when others kept writing faster
   */
  public Mono<Outcome> take(String workspace, String id, Input input) {
    var key = workspace + "/" + id;
    return Mono.defer(() -> {
      var sample = Timer.start(metrics);
      return serial
          .run(key, () -> attempt(workspace, id, input))
          .doOnSuccess(_ -> stop(sample, "ok"))
          .doOnError(error -> stop(sample, outcomeOf(error)));
    });
  }

  private Mono<Outcome> attempt(String workspace, String id, Input input) {
    return Mono.defer(() ->
            Mono.justOrEmpty(cache.get(workspace + "/" + id))
                .switchIfEmpty(Mono.defer(() -> load(workspace, id))))
        .switchIfEmpty(Mono.error(Conversations::notFound))
        .flatMap(conversation -> decide(conversation, input))
        .onErrorResume(
            Overtaken.class,
            overtaken -> catchUp(overtaken.conversation).then(Mono.error(overtaken)))
        .retryWhen(
            Retry.max(TRIES)
                .filter(Overtaken.class::isInstance)
                .onRetryExhaustedThrow((_, _) ->
                    Problem.of(
                            HttpStatus.CONFLICT,
                            "too-much-at-once",
                            "Others keep changing this conversation; please try again.")
                        .withRetryAfter(Duration.ofSeconds(1))))
        .flatMap(this::startNext);
  }

  private Mono<Outcome> decide(Conversation conversation, Input input) {
    var place = conversation.inputs().get(input.id());
    if (place != null) {
      return again(conversation, place, input);
    }
    return input
        .meaning()
        .in(conversation)
        .flatMap(meant ->
            switch (DialogueDecider.decide(
                conversation.definition(), conversation.dialogue(), meant.command())) {
              case Decision.Rejected(var code, var paths) ->
                  Mono.error(new RejectedException(code, paths));
              case Decision.Accepted(var events) when events.isEmpty() ->
                  Mono.just(new Outcome(conversation, null));
              case Decision.Accepted(var events) ->
                  commit(conversation, input, meant, summarised(conversation, events));
            });
  }

  private Mono<Outcome> again(Conversation conversation, long place, Input input) {
    return log.commit(conversation.workspace(), conversation.id(), place)
        .flatMap(commit ->
            commit.fingerprint().equals(input.fingerprint())
                ? Mono.just(new Outcome(conversation, commit))
                : Mono.error(
                    Problem.of(
                        HttpStatus.CONFLICT,
                        "id-reused",
                        "Another input was already taken under this id.")));
  }

  /** The events, followed by the summary they ask for. */
  private List<ConversationEvent> summarised(
      Conversation conversation, List<ConversationEvent> events) {
    var focus =
        events.stream()
            .filter(ConversationEvent.SummaryRequested.class::isInstance)
            .map(event -> ((ConversationEvent.SummaryRequested) event).focus())
            .findFirst();
    if (focus.isEmpty()) {
      return events;
    }
    var definition = conversation.definition();
    var dialogue = conversation.dialogue().after(events);
    var text = summaries.draft(definition, dialogue, focus.get());
    var ready = new DialogueCommand.SummaryReady(text, focus.get(), dialogue.rev());
    return switch (DialogueDecider.decide(definition, dialogue, ready)) {
      case Decision.Rejected(var code, _) -> throw new IllegalStateException(code);
      case Decision.Accepted(var more) -> {
        var all = new ArrayList<>(events);
        all.addAll(more);
        yield all;
      }
    };
  }

  private Mono<Outcome> commit(
      Conversation before, Input input, Input.Meant meant, List<ConversationEvent> events) {
    var definition = before.definition();
    var dialogue = before.dialogue().after(events);
    return write(definition, before.dialogue(), events, dialogue)
        .map(said -> commit(before, input, meant, events, said))
        .flatMap(unanswered -> {
          var after = before.after(unanswered);
          var commit = answered(unanswered, input.answer().body(before, unanswered, after));
          return log.append(commit)
              .flatMap(done ->
                  done
                      ? Mono.fromSupplier(() -> appended(after, commit))
                      : Mono.error(new Overtaken(before)));
        });
  }

  private Mono<List<Reply>> write(
      FlowDefinition definition, Dialogue before, List<ConversationEvent> events, Dialogue after) {
    var plan = ReplyPlanner.plan(definition, before, events, after);
    return plan.isEmpty()
        ? Mono.just(List.of())
        : replies.write("r" + after.rev(), definition, after.locale(), plan).map(List::of);
  }

  private Commit commit(
      Conversation before,
      Input input,
      Input.Meant meant,
      List<ConversationEvent> events,
      List<Reply> said) {
    return new Commit(
        before.workspace(),
        before.id(),
        before.seq() + 1,
        before.dialogue().rev() + 1,
        input.id(),
        input.fingerprint(),
        now(),
        input.actor(),
        input.traceparent(),
        meant.record(),
        events,
        said,
        "");
  }

  private static Commit answered(Commit commit, String answer) {
    return new Commit(
        commit.workspace(),
        commit.stream(),
        commit.seq(),
        commit.firstRev(),
        commit.inputId(),
        commit.fingerprint(),
        commit.at(),
        commit.actor(),
        commit.traceparent(),
        commit.input(),
        commit.events(),
        commit.replies(),
        answer);
  }

  private Outcome appended(Conversation after, Commit commit) {
    cache.put(after);
    relay.wake(after.streamKey());
    feeds.changed(after.streamKey());
    return new Outcome(after, commit);
  }

  /** Begins the conversation that a message asked for; a retry of the message makes sure of it. */
  private Mono<Outcome> startNext(Outcome outcome) {
    var commit = outcome.commit();
    if (commit == null) {
      return Mono.just(outcome);
    }
    return Mono.justOrEmpty(
            commit.events().stream()
                .filter(ConversationEvent.NextSessionRequested.class::isInstance)
                .map(event -> ((ConversationEvent.NextSessionRequested) event).conversation())
                .findFirst())
        .flatMap(next ->
            start(
                commit.workspace(),
                next,
                outcome.conversation().definition().name(),
                outcome.conversation().dialogue().locale(),
                outcome.conversation().dialogue().context(),
                commit.actor()))
        .thenReturn(outcome);
  }

  private Mono<Conversation> load(String workspace, String id) {
    return log.after(workspace, id, 0)
        .reduceWith(() -> new Fold(null), this::fold)
        .mapNotNull(Fold::conversation)
        .doOnNext(cache::put);
  }

  private Mono<Conversation> catchUp(Conversation known) {
    return log.after(known.workspace(), known.id(), known.seq())
        .reduce(known, Conversation::after)
        .doOnNext(cache::put);
  }

  private record Fold(@Nullable Conversation conversation) {}

  private Fold fold(Fold fold, Commit commit) {
    var conversation = fold.conversation() == null ? begin(commit) : fold.conversation();
    return new Fold(conversation.after(commit));
  }

  private Conversation begin(Commit first) {
    for (var event : first.events()) {
      if (event instanceof ConversationEvent.SessionStarted(var flow, var version, _, _)) {
        return Conversation.notStarted(
            first.workspace(),
            first.stream(),
            flows.definition(flow, version),
            Conversation.contextOf(first),
            first.at());
      }
    }
    throw new IllegalStateException("a conversation begins with a start: " + first.stream());
  }

  /** To the millisecond, which is what the store keeps. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private void stop(Timer.Sample sample, String outcome) {
    sample.stop(
        Timer.builder("rapport.turns")
            .description("Inputs taken into conversations")
            .tag("outcome", outcome)
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(1))
            .maximumExpectedValue(Duration.ofSeconds(10))
            .register(metrics));
  }

  private static String outcomeOf(Throwable error) {
    return switch (error) {
      case RejectedException _ -> "rejected";
      case Problem problem -> problem.code();
      default -> "failed";
    };
  }

  private static Problem notFound() {
    return Problem.of(
        HttpStatus.NOT_FOUND, "conversation-not-found", "There is no such conversation.");
  }

  /** Somebody appended first. */
  private static final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Conversation conversation;

    Overtaken(Conversation conversation) {
      super("overtaken", null, false, false);
      this.conversation = conversation;
    }
  }
}
