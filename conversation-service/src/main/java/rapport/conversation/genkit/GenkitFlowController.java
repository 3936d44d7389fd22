package rapport.conversation.genkit;

import java.util.Objects;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import rapport.conversation.genkit.Sessions.Use;
import rapport.conversation.session.OwnIds;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Flows for {@code runFlow} and {@code streamFlow}. */
@RestController
@RequestMapping("/genkit/flows/{flow}")
@Allow(Role.MARKETER)
final class GenkitFlowController {

  private final Calls calls;
  private final Sessions sessions;
  private final Answering answering;

  GenkitFlowController(Calls calls, Sessions sessions, Answering answering) {
    this.calls = calls;
    this.sessions = sessions;
    this.answering = answering;
  }

  /**
   * Takes {@code {"data": ...}} with a {@link FlowInput}, answers {@code {"result": ...}} with a
   * {@link FlowResult}, or frames to who accepts {@code text/event-stream}.
   *
   * <p>Without a session a new one begins in the caller's workspace, and the message is said in it.
   * With {@code x-genkit-stream-id}, a stream already sent is sent again and the input ignored.
   *
   * @return 204 for a stream that is not known; errors as {@link GenkitError}, with the status of
   *     their code, or as the last frame of a stream
   */
  @PostMapping
  Mono<Void> run(
      @PathVariable String flow,
      @RequestBody JsonNode body,
      Caller caller,
      ServerWebExchange exchange) {
    var use = calls.use(flow, caller, exchange);
    return Headers.resumed(exchange.getRequest())
        .map(id ->
            answering.replay(
                exchange, id, stream -> sessions.stored(use, stream).map(FlowAnswer::of)))
        .orElseGet(() -> call(exchange, use, body));
  }

  private Mono<Void> call(ServerWebExchange exchange, Use use, JsonNode body) {
    FlowInput input;
    try {
      input = FlowInput.read(body);
    } catch (RefusedException refused) {
      return answering.answer(exchange, Mono.error(refused));
    }
    var session = input.sessionId();
    if (session == null) {
      return begin(exchange, use, input);
    }
    if (input.message().isEmpty()) {
      return answering.answer(exchange, sessions.latest(use, session).map(FlowAnswer::asItIs));
    }
    var stream = new StreamId(session, messageId(input));
    return answering.answer(exchange, stream, said(use, stream, input).map(FlowAnswer::of));
  }

  private Mono<Void> begin(ServerWebExchange exchange, Use use, FlowInput input) {
    var locale = calls.locale(use.flow(), exchange);
    var messageId = messageId(input);
    var session = Sessions.idFor(use, messageId);
    var greeted = input.message().isEmpty();
    var stream = new StreamId(session, greeted ? OwnIds.START : messageId);
    var moment =
        sessions
            .begin(use, session, locale)
            .then(
                Mono.defer(
                    () -> greeted ? sessions.stored(use, stream) : said(use, stream, input)));
    return answering.answer(exchange, stream, moment.map(FlowAnswer::of));
  }

  private Mono<Moment> said(Use use, StreamId stream, FlowInput input) {
    return sessions.say(use, stream.session(), stream.input(), input.message(), _ -> Mono.empty());
  }

  /** The client's, or one nobody else has. */
  private static String messageId(FlowInput input) {
    return Objects.requireNonNullElseGet(
        input.clientMessageId(), () -> UUID.randomUUID().toString());
  }
}
