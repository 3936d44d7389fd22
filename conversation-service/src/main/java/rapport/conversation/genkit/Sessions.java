package rapport.conversation.genkit;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import rapport.conversation.api.InputFactory;
import rapport.conversation.api.Requests;
import rapport.conversation.session.Commit;
import rapport.conversation.session.Conversation;
import rapport.conversation.session.ConversationLog;
import rapport.conversation.session.ConversationReader;
import rapport.conversation.session.Conversations;
import rapport.conversation.session.Input;
import rapport.conversation.session.Outcome;
import rapport.runtime.identity.Caller;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** Conversations as sessions of Genkit clients: begun, continued, and looked back at. */
@Component
final class Sessions {

  private final Conversations conversations;
  private final ConversationReader reader;
  private final ConversationLog log;
  private final InputFactory inputs;

  Sessions(
      Conversations conversations,
      ConversationReader reader,
      ConversationLog log,
      InputFactory inputs) {
    this.conversations = conversations;
    this.reader = reader;
    this.log = log;
    this.inputs = inputs;
  }

  /** On whose behalf, in which flow, and as part of which trace a session is used. */
  record Use(Caller caller, String flow, @Nullable String traceparent) {
    String workspace() {
      return caller.workspace();
    }
  }

  /** What has to be true of a conversation for an input to be taken. */
  interface Guard {
    Mono<Void> check(Conversation conversation);
  }

  /** The id of a session begun by a call: the same for every retry of the call. */
  static String idFor(Use use, String clientMessageId) {
    var seed =
        String.join("\n", use.workspace(), use.caller().subject(), use.flow(), clientMessageId);
    return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Begins a session, unless it was begun before. */
  Mono<Void> begin(Use use, String id, String locale) {
    return conversations
        .start(use.workspace(), id, use.flow(), locale, Map.of(), use.caller().subject())
        .then();
  }

  /** Says something in a session; the same message id again leads to the same moment. */
  Mono<Moment> say(Use use, String id, String messageId, String text, Guard guard) {
    var message = new Requests.Message(messageId, text, null);
    var input = inputs.message(message, use.caller(), use.traceparent());
    return conversations
        .take(use.workspace(), id, guarded(input, use, guard))
        .flatMap(outcome -> sameFlow(use, outcome.conversation()).then(moment(outcome)));
  }

  private static Input guarded(Input input, Use use, Guard guard) {
    return new Input(
        input.id(),
        input.fingerprint(),
        input.actor(),
        input.traceparent(),
        conversation ->
            sameFlow(use, conversation)
                .then(Mono.defer(() -> guard.check(conversation)))
                .then(Mono.defer(() -> input.meaning().in(conversation))),
        input.answer());
  }

  /** The session as it is; fails with 404 as {@link ConversationReader#find}. */
  Mono<Conversation> latest(Use use, String id) {
    return reader
        .find(use.workspace(), id)
        .flatMap(conversation -> sameFlow(use, conversation).thenReturn(conversation));
  }

  /** The session as it was after its {@code seq}th input; empty when it has not come so far. */
  Mono<Conversation> at(Use use, String id, long seq) {
    return latest(use, id)
        .flatMap(now ->
            now.seq() == seq
                ? Mono.just(now)
                : log.commit(use.workspace(), id, seq)
                    .flatMap(commit -> reader.asOf(use.workspace(), id, commit.lastRev())));
  }

  /** The moment of an input taken before; empty when there is none in a session of the flow. */
  Mono<Moment> stored(Use use, StreamId stream) {
    return latest(use, stream.session())
        .onErrorResume(Sessions::isUnknown, _ -> Mono.empty())
        .flatMap(now -> Mono.justOrEmpty(now.inputs().get(stream.input())))
        .flatMap(seq -> log.commit(use.workspace(), stream.session(), seq))
        .flatMap(this::moment);
  }

  /** Whether there is no such session, or none of the flow. */
  static boolean isUnknown(Throwable failure) {
    return failure instanceof RefusedException
        || (failure instanceof Problem problem && problem.status() == HttpStatus.NOT_FOUND);
  }

  private Mono<Moment> moment(Outcome outcome) {
    var commit = outcome.commit();
    if (commit == null) {
      return Mono.error(new IllegalStateException("a message that changed nothing"));
    }
    var now = outcome.conversation();
    return commit.seq() == now.seq() ? Mono.just(new Moment(commit, now)) : moment(commit);
  }

  private Mono<Moment> moment(Commit commit) {
    return reader
        .asOf(commit.workspace(), commit.stream(), commit.lastRev())
        .map(after -> new Moment(commit, after));
  }

  private static Mono<Void> sameFlow(Use use, Conversation conversation) {
    return conversation.definition().name().equals(use.flow())
        ? Mono.empty()
        : Mono.error(
            new RefusedException(
                GenkitError.of(
                    CanonicalCode.FAILED_PRECONDITION, "The session belongs to another flow.")));
  }
}
