package rapport.conversation.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.conversation.session.Conversation;
import rapport.conversation.session.ConversationReader;
import rapport.conversation.session.Conversations;
import rapport.conversation.session.Input;
import rapport.conversation.session.RejectedException;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** A colleague in a conversation: who waits for one, taking over, answering, handing back. */
@RestController
@RequestMapping("/api/v1/conversations")
@Allow(Role.SALES)
final class HandoffController {

  private static final String TRACE = "traceparent";
  private static final int MOST = 200;

  private final Conversations conversations;
  private final ConversationReader reader;
  private final InputFactory inputs;
  private final JsonMapper json;

  HandoffController(
      Conversations conversations,
      ConversationReader reader,
      InputFactory inputs,
      JsonMapper json) {
    this.conversations = conversations;
    this.reader = reader;
    this.inputs = inputs;
    this.json = json;
  }

  /**
   * @param conversations those that came into it last first
   */
  record Queue(List<WaitingView> conversations) {}

  /**
   * At most 200 conversations that are in a mode now, or those that wait for a colleague.
   *
   * @param mode {@code human} is the queue
   * @param called {@code true}, instead of a mode: the bot still answers, but a rule of the flow
   *     wants a colleague to look, as when somebody means to buy; taking one over, or handing it
   *     back, ends that
   * @return 400 {@code missing-parameter} without any, {@code unknown-value} for both, or for
   *     anything but {@code true}: there is no list of all the others
   */
  @GetMapping
  Mono<Queue> queue(
      @RequestParam(required = false) @Nullable String mode,
      @RequestParam(required = false) @Nullable String called,
      Caller caller) {
    if (mode != null && called == null) {
      return queue(reader.inMode(caller.workspace(), mode, MOST));
    }
    if (mode == null && "true".equals(called)) {
      return queue(reader.called(caller.workspace(), MOST));
    }
    return Mono.error(
        mode == null && called == null
            ? refused("missing-parameter", "Either mode or called is required.")
            : refused("unknown-value", "called can only be true, and without a mode."));
  }

  private static Problem refused(String code, String detail) {
    return Problem.of(HttpStatus.BAD_REQUEST, code, detail);
  }

  private static Mono<Queue> queue(Flux<Conversation> conversations) {
    return conversations.map(WaitingView::of).collectList().map(Queue::new);
  }

  /**
   * Takes a conversation over; the bot is silent from then on.
   *
   * @return 409 {@code taken-over-already}, 422 {@code no-handoff-here}
   */
  @PostMapping("/{id}/take-over")
  Mono<ResponseEntity<String>> takeOver(
      @PathVariable String id,
      Caller caller,
      @RequestHeader(name = TRACE, required = false) @Nullable String traceparent) {
    return answer(id, inputs.takeOver(caller, traceparent), caller);
  }

  /**
   * Says something to the person. The same {@code messageId} again gets the same body.
   *
   * @return 409 {@code not-taken-over} unless the caller took the conversation over
   */
  @PostMapping("/{id}/agent-messages")
  Mono<ResponseEntity<String>> say(
      @PathVariable String id,
      @RequestBody Requests.AgentMessage body,
      Caller caller,
      @RequestHeader(name = TRACE, required = false) @Nullable String traceparent) {
    Checks.agentMessage(body);
    return answer(id, inputs.agentMessage(body, caller, traceparent), caller);
  }

  /**
   * Hands a conversation back to the bot, or says that no colleague is needed where one was called.
   *
   * @return 409 {@code not-taken-over} when the bot answers already
   */
  @PostMapping("/{id}/hand-back")
  Mono<ResponseEntity<String>> handBack(
      @PathVariable String id,
      Caller caller,
      @RequestHeader(name = TRACE, required = false) @Nullable String traceparent) {
    return answer(id, inputs.handBack(caller, traceparent), caller);
  }

  private Mono<ResponseEntity<String>> answer(String id, Input input, Caller caller) {
    return conversations
        .take(caller.workspace(), id, input)
        .map(outcome -> outcome.answer(same -> json.writeValueAsString(TurnView.unchanged(same))))
        .map(body -> ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body))
        .onErrorMap(RejectedException.class, Refusals::problem);
  }
}
