package rapport.integrations.automation.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import rapport.contracts.FieldValue;
import rapport.integrations.automation.StepOutcome;
import rapport.integrations.outbound.Message;
import rapport.integrations.outbound.Outbound;
import rapport.integrations.outbound.Outcome;
import reactor.core.publisher.Mono;

/**
 * Sends through the connections of the workspace: e-mails, messages in a chat, records to a CRM.
 * Where no connection takes them, an automation that wants to is refused.
 */
@Component
final class OutboundEffect implements Effect {

  private static final Map<String, Class<? extends Message>> KINDS =
      Map.of(
          "email", Message.Mail.class,
          "slack_message", Message.Chat.class,
          "crm_upsert", Message.CrmUpsert.class);

  private final ObjectProvider<Outbound> outbound;

  OutboundEffect(ObjectProvider<Outbound> outbound) {
    this.outbound = outbound;
  }

  @Override
  public Set<String> actions() {
    return KINDS.keySet();
  }

  @Override
  public Mono<String> refusal(String workspace, String action) {
    var channel = outbound.getIfAvailable();
    var kind = KINDS.get(action);
    if (channel == null || kind == null) {
      return Mono.just("Nothing here can do " + action + " yet.");
    }
    return channel
        .canSend(workspace, kind)
        .filter(can -> !can)
        .map(_ -> action + " needs a connection that does it; the workspace has none.");
  }

  @Override
  public Mono<StepOutcome> apply(Call call) {
    var channel = outbound.getIfAvailable();
    if (channel == null) {
      return Mono.just(new StepOutcome.Refused("Nothing here can send it."));
    }
    return channel
        .send(call.workspace(), message(call), call.idempotencyKey())
        .map(OutboundEffect::outcome);
  }

  private static StepOutcome outcome(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(var connection, var remoteId, var repeated) ->
          new StepOutcome.Done(
              "Sent through " + connection + (repeated ? "; it had been before." : "."),
              remoteId,
              null);
      case Outcome.Later(var after, _, var detail) -> new StepOutcome.Later(after, detail);
      case Outcome.Refused(_, var detail) -> new StepOutcome.Refused(detail);
    };
  }

  private static Message message(Call call) {
    var action = call.action();
    var facts = call.run().facts();
    return switch (action.name()) {
      case "email" ->
          new Message.Mail(
              null,
              texts(action.with().get("to")),
              List.of(),
              FactText.of(action.text("subject", ""), facts),
              FactText.of(action.text("text", ""), facts),
              null);
      case "slack_message" ->
          new Message.Chat(
              null, action.text("channel", ""), FactText.of(action.text("text", ""), facts), null);
      default -> {
        var subject = call.run().subject();
        yield new Message.CrmUpsert(null, subject.type(), subject.id(), fields(call));
      }
    };
  }

  private static Map<String, FieldValue> fields(Call call) {
    var fields = new LinkedHashMap<String, FieldValue>();
    if (call.action().with().get("fields") instanceof Map<?, ?> named) {
      named.forEach((name, value) ->
          fields.put(
              String.valueOf(name),
              FieldValue.text(FactText.of(String.valueOf(value), call.run().facts()))));
    }
    return fields;
  }

  private static List<String> texts(@Nullable Object list) {
    return list instanceof List<?> texts ? texts.stream().map(String::valueOf).toList() : List.of();
  }
}
