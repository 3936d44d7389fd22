package rapport.conversation.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.contracts.FieldValue;
import rapport.conversation.dialogue.DialogueCommand;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.reply.Action;
import rapport.conversation.reply.Languages;
import rapport.conversation.session.Conversation;
import rapport.conversation.session.Input;
import rapport.conversation.session.OwnIds;
import rapport.conversation.understanding.Interpretation;
import rapport.conversation.understanding.spoken.Listener;
import rapport.runtime.identity.Caller;
import reactor.core.publisher.Mono;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes inputs of what clients send. */
@Component
public final class InputFactory {

  private final Listener listener;
  private final FlowCatalog flows;
  private final JsonMapper json;

  InputFactory(Listener listener, FlowCatalog flows, JsonMapper json) {
    this.listener = listener;
    this.flows = flows;
    this.json = json;
  }

  /** What somebody said or tapped, already checked. */
  public Input message(Requests.Message message, Caller caller, @Nullable String traceparent) {
    return message(
        message,
        caller,
        traceparent,
        (_, commit, after) -> json.writeValueAsString(TurnView.of(commit, after)));
  }

  /** The same of a visitor, who gets to read less of what came of it. */
  Input visitorMessage(Requests.Message message, Caller visitor, @Nullable String traceparent) {
    return message(
        message,
        visitor,
        traceparent,
        (_, commit, after) -> json.writeValueAsString(VisitorTurn.of(commit, after)));
  }

  private Input message(
      Requests.Message message, Caller caller, @Nullable String traceparent, Input.Answer answer) {
    var id = Objects.requireNonNull(message.messageId());
    return new Input(
        id,
        fingerprint("message", message.text(), message.action()),
        caller.subject(),
        traceparent,
        conversation ->
            understood(conversation, message)
                .map(understood ->
                    new Input.Meant(
                        new DialogueCommand.Say(
                            id,
                            words(conversation, message),
                            understood.acts(),
                            caller.subject(),
                            nextId(conversation, id)),
                        record(message, understood))),
        answer);
  }

  private Mono<Interpretation> understood(Conversation conversation, Requests.Message message) {
    var action = message.action();
    if (action != null && action.type() == Action.Type.SAY && action.value() != null) {
      return interpreted(conversation, action.value().display());
    }
    if (action != null) {
      return Mono.just(new Interpretation(List.of(action.act()), "tap"));
    }
    return interpreted(conversation, Objects.requireNonNullElse(message.text(), ""));
  }

  private Mono<Interpretation> interpreted(Conversation conversation, String text) {
    return listener.hear(conversation.definition(), conversation.dialogue(), text);
  }

  /** What the transcript shows: the text, or what the tapped button stands for. */
  private String words(Conversation conversation, Requests.Message message) {
    var text = message.text();
    var action = message.action();
    if (action == null || (text != null && !text.isBlank())) {
      return Objects.requireNonNullElse(text, "");
    }
    if (action.type() == Action.Type.LANGUAGE && action.value() != null) {
      return Languages.ownName(action.value().display());
    }
    if ((action.type() == Action.Type.ASK || action.type() == Action.Type.SAY)
        && action.value() != null) {
      return action.value().display();
    }
    if (action.type() != Action.Type.ANSWER || action.path() == null || action.value() == null) {
      return action.type().wire().replace('_', ' ');
    }
    var definition = conversation.definition();
    var shown = action.value().display();
    return definition
        .field(action.path())
        .map(field ->
            flows
                .texts(definition.name(), conversation.dialogue().locale())
                .field(field.path())
                .option(shown))
        .orElse(shown);
  }

  private Map<String, Object> record(Requests.Message message, Interpretation understood) {
    var record = new LinkedHashMap<String, Object>();
    record.put("kind", message.action() == null ? "message" : "tap");
    if (message.text() != null) {
      record.put("text", message.text());
    }
    record.put(
        "acts",
        understood.acts().stream()
            .map(act -> act.getClass().getSimpleName() + " " + json.writeValueAsString(act))
            .toList());
    record.put("interpreter", understood.interpreter());
    return record;
  }

  /** The same for every retry of the message. */
  private static String nextId(Conversation conversation, String messageId) {
    var seed = conversation.streamKey() + "/" + messageId;
    return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /**
   * An edit in the panel, already checked.
   *
   * @throws DatabindException when no field can hold its value
   */
  Input edit(Requests.Edit edit, Caller caller, @Nullable String traceparent) {
    var path = Objects.requireNonNull(edit.path());
    var mutationId = Objects.requireNonNull(edit.mutationId());
    var value = Objects.requireNonNull(edit.value());
    var read = value.isNull() ? null : fieldValue(value);
    var command =
        new DialogueCommand.Edit(
            path, read, Objects.requireNonNull(edit.baseRev()), caller.subject());
    return new Input(
        mutationId,
        fingerprint("edit", path, value),
        caller.subject(),
        traceparent,
        _ -> Mono.just(new Input.Meant(command, Map.of("kind", "edit", "path", path))),
        (_, commit, after) ->
            json.writeValueAsString(
                EditResult.of(mutationId, path, commit, after.dialogue().field(path))));
  }

  Input addItem(Requests.NewItem item, Caller caller, @Nullable String traceparent) {
    var group = Objects.requireNonNull(item.group());
    var id = Objects.requireNonNull(item.mutationId());
    return new Input(
        id,
        fingerprint("add-item", group, item.index()),
        caller.subject(),
        traceparent,
        _ ->
            Mono.just(
                new Input.Meant(
                    new DialogueCommand.AddItem(group, item.index(), caller.subject()),
                    Map.of("kind", "add-item", "group", group))),
        (_, commit, after) -> json.writeValueAsString(ItemResult.of(id, commit, after)));
  }

  Input removeItem(
      String item, @Nullable String mutationId, Caller caller, @Nullable String traceparent) {
    return itemInput(
        mutationId,
        fingerprint("remove-item", item),
        new DialogueCommand.RemoveItem(item, caller.subject()),
        Map.of("kind", "remove-item", "item", item),
        caller,
        traceparent);
  }

  Input moveItem(String item, Requests.Move move, Caller caller, @Nullable String traceparent) {
    var index = Objects.requireNonNull(move.index());
    return itemInput(
        move.mutationId(),
        fingerprint("move-item", item, index),
        new DialogueCommand.MoveItem(item, index, caller.subject()),
        Map.of("kind", "move-item", "item", item, "index", index),
        caller,
        traceparent);
  }

  private Input itemInput(
      @Nullable String mutationId,
      String fingerprint,
      DialogueCommand command,
      Map<String, Object> record,
      Caller caller,
      @Nullable String traceparent) {
    var id = mutationId == null ? UUID.randomUUID().toString() : mutationId;
    return new Input(
        id,
        fingerprint,
        caller.subject(),
        traceparent,
        _ -> Mono.just(new Input.Meant(command, record)),
        (_, commit, after) -> json.writeValueAsString(ItemResult.of(id, commit, after)));
  }

  private FieldValue fieldValue(JsonNode value) {
    return json.treeToValue(value, FieldValue.class);
  }

  Input takeOver(Caller caller, @Nullable String traceparent) {
    return simple(
        UUID.randomUUID().toString(),
        "take-over",
        new DialogueCommand.TakeOver(caller.subject(), caller.name()),
        caller,
        traceparent);
  }

  Input handBack(Caller caller, @Nullable String traceparent) {
    return simple(
        UUID.randomUUID().toString(),
        "hand-back",
        new DialogueCommand.HandBack(),
        caller,
        traceparent);
  }

  Input agentMessage(Requests.AgentMessage message, Caller caller, @Nullable String traceparent) {
    var id = Objects.requireNonNull(message.messageId());
    var text = Objects.requireNonNull(message.text());
    var says = new DialogueCommand.AgentSays(id, text, caller.subject());
    return new Input(
        id,
        fingerprint("agent", text),
        caller.subject(),
        traceparent,
        _ -> Mono.just(new Input.Meant(says, Map.of("kind", "agent"))),
        (_, commit, after) -> json.writeValueAsString(TurnView.of(commit, after)));
  }

  Input undo(String messageId, Caller caller, @Nullable String traceparent) {
    return simple(
        OwnIds.undo(messageId), "undo", new DialogueCommand.Undo(messageId), caller, traceparent);
  }

  Input summary(List<String> focus, Caller caller, @Nullable String traceparent) {
    return simple(
        UUID.randomUUID().toString(),
        "summary",
        new DialogueCommand.DraftSummary(focus),
        caller,
        traceparent);
  }

  Input complete(Caller caller, @Nullable String traceparent) {
    return simple(
        UUID.randomUUID().toString(),
        "complete",
        new DialogueCommand.Complete(),
        caller,
        traceparent);
  }

  private Input simple(
      String id,
      String kind,
      DialogueCommand command,
      Caller caller,
      @Nullable String traceparent) {
    return new Input(
        id,
        fingerprint(kind),
        caller.subject(),
        traceparent,
        _ -> Mono.just(new Input.Meant(command, Map.of("kind", kind))),
        (_, commit, after) -> json.writeValueAsString(TurnView.of(commit, after)));
  }

  private String fingerprint(@Nullable Object... parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(json.writeValueAsBytes(parts)), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
