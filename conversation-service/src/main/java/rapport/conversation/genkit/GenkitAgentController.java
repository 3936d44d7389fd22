package rapport.conversation.genkit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import rapport.conversation.genkit.Sessions.Use;
import rapport.conversation.session.Conversation;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Flows as agents for {@code remoteAgent}, whose state is kept here. */
@RestController
@RequestMapping("/genkit/agents/{flow}")
@Allow(Role.MARKETER)
final class GenkitAgentController {

  private final Calls calls;
  private final AgentTurns turns;
  private final Sessions sessions;
  private final Answering answering;

  GenkitAgentController(Calls calls, AgentTurns turns, Sessions sessions, Answering answering) {
    this.calls = calls;
    this.turns = turns;
    this.sessions = sessions;
    this.answering = answering;
  }

  /**
   * Takes one turn. Its chunks are {@code customPatch}, {@code modelChunk} and {@code turnEnd}; its
   * result names the new snapshot.
   *
   * @return {@code ABORTED} when the snapshot is not the latest, with both in the details
   */
  @PostMapping
  Mono<Void> turn(
      @PathVariable String flow,
      @RequestBody JsonNode body,
      Caller caller,
      ServerWebExchange exchange) {
    return answer(
        flow,
        caller,
        exchange,
        use -> turns.take(use, AgentInput.read(body), calls.locale(use.flow(), exchange)));
  }

  /** Shows a snapshot, or the latest of a session; any role may look. */
  @PostMapping("/getSnapshot")
  @Allow
  Mono<Void> getSnapshot(
      @PathVariable String flow,
      @RequestBody JsonNode body,
      Caller caller,
      ServerWebExchange exchange) {
    return answer(
        flow,
        caller,
        exchange,
        use -> find(use, AgentLookup.read(body)).map(AgentSnapshot::of).map(Answer::of));
  }

  /**
   * @param status {@code completed}; absent when there is no such snapshot
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Aborted(String snapshotId, @Nullable String status) {}

  /** Says what is true of every snapshot: there is nothing left to abort. */
  @PostMapping("/abort")
  Mono<Void> abort(
      @PathVariable String flow,
      @RequestBody JsonNode body,
      Caller caller,
      ServerWebExchange exchange) {
    return answer(
        flow,
        caller,
        exchange,
        use -> {
          var lookup = AgentLookup.read(body);
          var id = lookup.snapshotId();
          if (id == null) {
            throw RefusedException.invalid("snapshotId", "must be there");
          }
          return find(use, lookup)
              .map(_ -> new Aborted(id, AgentSnapshot.COMPLETED))
              .onErrorReturn(Sessions::isUnknown, new Aborted(id, null))
              .map(Answer::of);
        });
  }

  private Mono<Conversation> find(Use use, AgentLookup lookup) {
    if (lookup.sessionId() != null) {
      return sessions.latest(use, lookup.sessionId());
    }
    return Mono.justOrEmpty(lookup.snapshotId())
        .flatMap(id -> Mono.justOrEmpty(SnapshotId.parse(id)))
        .flatMap(snapshot -> sessions.at(use, snapshot.session(), snapshot.seq()))
        .switchIfEmpty(Mono.error(AgentTurns::noSuchSnapshot));
  }

  private Mono<Void> answer(
      String flow, Caller caller, ServerWebExchange exchange, Function<Use, Mono<Answer>> call) {
    var use = calls.use(flow, caller, exchange);
    return answering.answer(exchange, Mono.defer(() -> call.apply(use)));
  }
}
