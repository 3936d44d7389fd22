package rapport.conversation.session;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import rapport.contracts.ConversationEvent;
import rapport.conversation.dialogue.Assessment;
import rapport.conversation.dialogue.DialogueCommand;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.model.ModelTime;
import rapport.conversation.model.Speaker;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Begins conversations and takes inputs into them. */
@Service
public class Conversations {

  private static final int TRIES = 10;
  private static final String TAKEN = "ok";

  /** Within which 99 of 100 turns are taken. */
  private static final Duration PROMISED = Duration.ofMillis(300);

  private final ConversationReader reader;
  private final TurnTaker turns;
  private final Proceeding proceeding;
  private final Links links;
  private final FlowCatalog flows;
  private final Clock clock;
  private final MeterRegistry metrics;
  private final SerialByKey serial = new SerialByKey();

  Conversations(
      ConversationReader reader,
      TurnTaker turns,
      Proceeding proceeding,
      Links links,
      FlowCatalog flows,
      Clock clock,
      MeterRegistry metrics) {
    this.reader = reader;
    this.turns = turns;
    this.proceeding = proceeding;
    this.links = links;
    this.flows = flows;
    this.clock = clock;
    this.metrics = metrics;
    timer(TAKEN); // there from the start: what begins with the first turn has no rate at first
  }

  /**
   * Begins a conversation under the given id; one that exists already is given as it is.
   *
   * @param flow a flow's name; its latest version is taken
   * @return fails with 422 {@code linked-conversation-not-found} when the context names a
   *     conversation that is not there, with 404 {@code conversation-not-found} when the id is that
   *     of a conversation that was erased
   */
  public Mono<Conversation> start(
      String workspace,
      String id,
      String flow,
      String locale,
      Map<String, Object> context,
      @Nullable String actor) {
    var definition = flows.latest(flow);
    return links
        .resolve(workspace, definition, context)
        .flatMap(known -> begin(workspace, id, definition, locale, known, actor))
        .onErrorResume(OvertakenException.class, _ -> reader.find(workspace, id));
  }

  private Mono<Conversation> begin(
      String workspace,
      String id,
      FlowDefinition definition,
      String locale,
      Map<String, Object> context,
      @Nullable String actor) {
    var fresh = Conversation.notStarted(workspace, id, definition, context, clock.instant());
    var meant =
        new Input.Meant(
            new DialogueCommand.Start(locale, actor),
            Map.of("kind", "start", Conversation.CONTEXT, context));
    var start = OwnIds.START;
    var input = new Input(start, start, actor, null, _ -> Mono.just(meant), (_, _, _) -> "");
    return turns.take(fresh, input).map(Outcome::conversation);
  }

  /**
   * Takes an input. The same input again gets what the first got.
   *
   * @return fails with {@link RejectedException}, with 404 {@code conversation-not-found}, 409
   *     {@code id-reused} when another input came under the same id, 409 {@code too-much-at-once}
   *     when others kept writing faster
   */
  public Mono<Outcome> take(String workspace, String id, Input input) {
    return Mono.defer(() -> {
      var sample = Timer.start(metrics);
      return serial
          .run(
              workspace + "/" + id,
              () ->
                  attempt(workspace, id, input)
                      .contextWrite(ModelTime::turn)
                      .contextWrite(new Speaker(workspace, id)::in)
                      .flatMap(taken -> answered(workspace, id, taken, input)))
          .doOnSuccess(_ -> sample.stop(timer(TAKEN)))
          .doOnError(error -> sample.stop(timer(outcomeOf(error))));
    });
  }

  private Mono<Outcome> attempt(String workspace, String id, Input input) {
    return reader
        .lately(workspace, id)
        .flatMap(this::migrated)
        .flatMap(conversation -> turns.take(conversation, input))
        .onErrorResume(
            OvertakenException.class,
            overtaken -> reader.catchUp(overtaken.conversation()).then(Mono.error(overtaken)))
        .retryWhen(
            Retry.max(TRIES)
                .filter(OvertakenException.class::isInstance)
                .onRetryExhaustedThrow((_, _) -> tooMuchAtOnce()))
        .flatMap(this::startNext);
  }

  /**
   * Takes in what others made of a message. It does not wait for its turn: a message that is being
   * answered may be waiting for it.
   *
   * @return the conversation then; empty when its flow does not ask for assessments
   */
  public Mono<Conversation> assess(String workspace, String id, Assessment assessment) {
    var inputId = OwnIds.assess(assessment.messageId(), assessment.messageRev());
    var meant =
        new Input.Meant(
            new DialogueCommand.Assess(assessment),
            Map.of("kind", "assess", "message", assessment.messageId()));
    var input = new Input(inputId, inputId, null, null, _ -> Mono.just(meant), (_, _, _) -> "");
    return reader
        .lately(workspace, id)
        .filter(conversation -> conversation.definition().conduct().assessed())
        .flatMap(_ -> attempt(workspace, id, input))
        .map(Outcome::conversation);
  }

  /** The answer may be a commit of its own. */
  private Mono<Outcome> answered(String workspace, String id, Outcome taken, Input input) {
    return proceeding
        .due(taken, input)
        .flatMap(next -> proceeding.await(taken, input).then(attempt(workspace, id, next)))
        .defaultIfEmpty(taken);
  }

  /**
   * Takes a conversation begun on an older version of its flow over, where that is provided for.
   */
  private Mono<Conversation> migrated(Conversation conversation) {
    var dialogue = conversation.dialogue();
    var latest = flows.latest(dialogue.flow());
    if (latest.migrationFrom(dialogue.flowVersion()).isEmpty()) {
      return Mono.just(conversation);
    }
    var id = OwnIds.migrate(latest.version());
    var meant = new Input.Meant(new DialogueCommand.Migrate(), Map.of("kind", "migrate"));
    var input = new Input(id, id, null, null, _ -> Mono.just(meant), (_, _, _) -> "");
    return turns.take(conversation.under(latest), input).map(Outcome::conversation);
  }

  /**
   * Begins the conversation that a message asked for; a retry of the message makes sure of it,
   * unless it was erased since.
   */
  private Mono<Outcome> startNext(Outcome outcome) {
    var commit = outcome.commit();
    if (commit == null) {
      return Mono.just(outcome);
    }
    var dialogue = outcome.conversation().dialogue();
    return Mono.justOrEmpty(
            commit.events().stream()
                .filter(ConversationEvent.NextSessionRequested.class::isInstance)
                .map(event -> ((ConversationEvent.NextSessionRequested) event).conversation())
                .findFirst())
        .flatMap(next ->
            start(
                    commit.workspace(),
                    next,
                    dialogue.flow(),
                    dialogue.locale(),
                    kept(outcome.conversation()),
                    commit.actor())
                .onErrorResume(ConversationReader::isNotFound, _ -> Mono.empty()))
        .thenReturn(outcome);
  }

  /** The context without what is about this conversation's subject alone. */
  private static Map<String, Object> kept(Conversation conversation) {
    var context = new LinkedHashMap<>(conversation.dialogue().context());
    context.keySet().removeAll(conversation.definition().subject());
    return context;
  }

  private static Problem tooMuchAtOnce() {
    return Problem.of(
            HttpStatus.CONFLICT,
            "too-much-at-once",
            "Others keep changing this conversation; please try again.")
        .withRetryAfter(Duration.ofSeconds(1));
  }

  private Timer timer(String outcome) {
    return Timer.builder("rapport.turns")
        .description("Inputs taken into conversations")
        .tag("outcome", outcome)
        .publishPercentileHistogram()
        .serviceLevelObjectives(PROMISED)
        .minimumExpectedValue(Duration.ofMillis(1))
        .maximumExpectedValue(Duration.ofSeconds(10))
        .register(metrics);
  }

  private static String outcomeOf(Throwable error) {
    return switch (error) {
      case RejectedException _ -> "rejected";
      case Problem problem -> problem.code();
      default -> "failed";
    };
  }
}
