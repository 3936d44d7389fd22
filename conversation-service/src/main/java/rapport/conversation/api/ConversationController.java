package rapport.conversation.api;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.session.ConversationReader;
import rapport.conversation.session.Conversations;
import rapport.conversation.session.Input;
import rapport.conversation.session.Outcome;
import rapport.conversation.session.RejectedException;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Guided conversations: begin, say, edit, undo, summarise, complete. */
@RestController
@RequestMapping("/api/v1/conversations")
@Allow(Role.MARKETER)
final class ConversationController {

  private static final String TRACE = "traceparent";

  private final Conversations conversations;
  private final ConversationReader reader;
  private final InputFactory inputs;
  private final FlowCatalog flows;
  private final JsonMapper json;

  ConversationController(
      Conversations conversations,
      ConversationReader reader,
      InputFactory inputs,
      FlowCatalog flows,
      JsonMapper json) {
    this.conversations = conversations;
    this.reader = reader;
    this.inputs = inputs;
    this.flows = flows;
    this.json = json;
  }

  /**
   * Begins a conversation.
   *
   * @return 201 with its location and itself; 404 {@code flow-not-found}
   */
  @PostMapping
  Mono<ResponseEntity<ConversationView>> start(@RequestBody Requests.Start body, Caller caller) {
    var flow = Objects.requireNonNullElse(body.flow(), "");
    if (!flows.names().contains(flow)) {
      throw Problem.of(HttpStatus.NOT_FOUND, "flow-not-found", "There is no such flow.");
    }
    Checks.start(body, flows.latest(flow));
    var locale = flows.supported(flow, Objects.requireNonNullElse(body.locale(), "en"));
    var context = Objects.requireNonNullElse(body.context(), Map.<String, Object>of());
    var id = UUID.randomUUID().toString();
    return conversations
        .start(caller.workspace(), id, flow, locale, context, caller.subject())
        .map(started ->
            ResponseEntity.created(URI.create("/api/v1/conversations/" + id))
                .body(ConversationView.of(started)));
  }

  /** The conversation as it is now; any role may look. */
  @GetMapping("/{id}")
  @Allow
  Mono<ConversationView> get(@PathVariable String id, Caller caller) {
    return reader.find(caller.workspace(), id).map(ConversationView::of);
  }

  /**
   * Says something, or taps a button. The same {@code messageId} again gets the same body.
   *
   * @return 409 {@code id-reused} when another message came under the same id
   */
  @PostMapping("/{id}/messages")
  Mono<ResponseEntity<String>> say(
      @PathVariable String id,
      @RequestBody Requests.Message body,
      Caller caller,
      @RequestHeader(name = TRACE, required = false) @Nullable String traceparent) {
    Checks.message(body);
    return answer(id, inputs.message(body, caller, traceparent), caller);
  }

  /** Edits fields in the panel; each edit has its own result, in order. */
  @PatchMapping("/{id}/fields")
  Mono<EditResults> edit(
      @PathVariable String id,
      @RequestBody Requests.Edits body,
      Caller caller,
      @RequestHeader(name = TRACE, required = false) @Nullable String traceparent) {
    return Flux.fromIterable(Checks.edits(body))
        .concatMap(edit -> edit(id, edit, caller, traceparent))
        .collectList()
        .flatMap(results ->
            reader
                .find(caller.workspace(), id)
                .map(now -> new EditResults(now.dialogue().rev(), results)));
  }

  /**
   * @param rev the conversation's revision after all edits
   */
  record EditResults(long rev, List<JsonNode> results) {}

  private Mono<JsonNode> edit(
      String id, Requests.Edit edit, Caller caller, @Nullable String traceparent) {
    var mutationId = Objects.requireNonNull(edit.mutationId());
    var path = Objects.requireNonNull(edit.path());
    Input input;
    try {
      input = inputs.edit(edit, caller, traceparent);
    } catch (DatabindException e) {
      var refused =
          EditResult.rejected(mutationId, path, "wrong-type", Refusals.sentence("wrong-type"));
      return Mono.just(json.valueToTree(refused));
    }
    return conversations
        .take(caller.workspace(), id, input)
        .map(outcome -> result(mutationId, path, outcome))
        .onErrorResume(
            RejectedException.class,
            refused ->
                Mono.just(
                    json.valueToTree(
                        EditResult.rejected(
                            mutationId, path, refused.code(), Refusals.sentence(refused.code())))));
  }

  private JsonNode result(String mutationId, String path, Outcome outcome) {
    var commit = outcome.commit();
    return commit == null
        ? json.valueToTree(
            EditResult.of(mutationId, path, null, outcome.conversation().dialogue().field(path)))
        : json.readTree(commit.answer());
  }

  /**
   * Adds a row to a repeat group, at the end when no index (from 0) is given.
   *
   * @return 200 with the row's id; 404 {@code unknown-group}, 422 {@code too-many-items}
   */
  @PostMapping("/{id}/items")
  Mono<ResponseEntity<String>> addItem(
      @PathVariable String id,
      @RequestBody Requests.NewItem body,
      Caller caller,
      @RequestHeader(name = TRACE, required = false) @Nullable String traceparent) {
    Checks.newItem(body);
    return itemAnswer(id, inputs.addItem(body, caller, traceparent), caller);
  }

  /**
   * Takes a row out, with all its fields. The same {@code mutationId} again gets the same body.
   *
   * @return 404 {@code no-such-item}, 422 {@code too-few-items}
   */
  @DeleteMapping("/{id}/items/{item}")
  Mono<ResponseEntity<String>> removeItem(
      @PathVariable String id,
      @PathVariable String item,
      @RequestParam(required = false) @Nullable String mutationId,
      Caller caller,
      @RequestHeader(name = TRACE, required = false) @Nullable String traceparent) {
    Checks.mutation(mutationId);
    return itemAnswer(id, inputs.removeItem(item, mutationId, caller, traceparent), caller);
  }

  /**
   * Moves a row to {@code index}, from 0, counted without the row itself.
   *
   * @return 404 {@code no-such-item}
   */
  @PostMapping("/{id}/items/{item}/move")
  Mono<ResponseEntity<String>> moveItem(
      @PathVariable String id,
      @PathVariable String item,
      @RequestBody Requests.Move body,
      Caller caller,
      @RequestHeader(name = TRACE, required = false) @Nullable String traceparent) {
    Checks.move(body);
    return itemAnswer(id, inputs.moveItem(item, body, caller, traceparent), caller);
  }

  /**
   * Takes one of the latest 20 messages back.
   *
   * @return 409 {@code nothing-to-undo} when it cannot be taken back: there is no such message, or
   *     it was taken back in the chat, or the flow has a new version since
   */
  @PostMapping("/{id}/undo")
  Mono<ResponseEntity<String>> undo(
      @PathVariable String id,
      @RequestBody Requests.Undo body,
      Caller caller,
      @RequestHeader(name = TRACE, required = false) @Nullable String traceparent) {
    Checks.undo(body);
    var input = inputs.undo(Objects.requireNonNull(body.messageId()), caller, traceparent);
    return answer(id, input, caller);
  }

  /** Drafts the summary anew; the draft is in the conversation's {@code summary}. */
  @PostMapping("/{id}/summary")
  Mono<ResponseEntity<String>> summarise(
      @PathVariable String id,
      @RequestBody Requests.Summary body,
      Caller caller,
      @RequestHeader(name = TRACE, required = false) @Nullable String traceparent) {
    return answer(id, inputs.summary(Checks.focus(body), caller, traceparent), caller);
  }

  /**
   * Finishes.
   *
   * @return 422 {@code required-fields-missing} with the fields still needed
   */
  @PostMapping("/{id}/complete")
  Mono<ResponseEntity<String>> complete(
      @PathVariable String id,
      Caller caller,
      @RequestHeader(name = TRACE, required = false) @Nullable String traceparent) {
    return answer(id, inputs.complete(caller, traceparent), caller);
  }

  private Mono<ResponseEntity<String>> answer(String id, Input input, Caller caller) {
    return conversations
        .take(caller.workspace(), id, input)
        .map(this::body)
        .map(body -> ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body))
        .onErrorMap(RejectedException.class, Refusals::problem);
  }

  private Mono<ResponseEntity<String>> itemAnswer(String id, Input input, Caller caller) {
    return conversations
        .take(caller.workspace(), id, input)
        .map(outcome ->
            outcome.answer(same -> json.writeValueAsString(ItemResult.unchanged(input.id(), same))))
        .map(body -> ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body))
        .onErrorMap(RejectedException.class, Refusals::problem);
  }

  private String body(Outcome outcome) {
    return outcome.answer(same -> json.writeValueAsString(TurnView.unchanged(same)));
  }
}
