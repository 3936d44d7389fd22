package rapport.integrations.automation.action;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import rapport.contracts.AutomationEvent;
import rapport.contracts.FieldValue;
import rapport.integrations.automation.StepOutcome;
import rapport.integrations.outbound.Message;
import rapport.integrations.outbound.Outbound;
import rapport.integrations.outbound.Outcome;
import rapport.integrations.push.engine.CrmConsents;
import reactor.core.publisher.Mono;

/** Writes records to a CRM through the connections of the workspace. */
@Component
final class OutboundEffect implements Effect {

  private static final String ACTION = "crm_upsert";

  private static final StepOutcome WITHHELD =
      new StepOutcome.Refused("The person does not want to be in the CRM.");

  private final Outbound outbound;
  private final CrmConsents consents;

  OutboundEffect(Outbound outbound, CrmConsents consents) {
    this.outbound = outbound;
    this.consents = consents;
  }

  @Override
  public Set<String> actions() {
    return Set.of(ACTION);
  }

  @Override
  public Mono<String> refusal(String workspace, String action) {
    return outbound
        .canSend(workspace, Message.CrmUpsert.class)
        .filter(can -> !can)
        .map(_ -> action + " needs a connection that does it; the workspace has none.");
  }

  @Override
  public Mono<StepOutcome> apply(Call call) {
    var subject = call.run().subject();
    return consents
        .withholds(call.workspace(), subject.type(), subject.id())
        .flatMap(withheld -> withheld ? Mono.just(WITHHELD) : sent(call, subject));
  }

  private Mono<StepOutcome> sent(Call call, AutomationEvent.Subject subject) {
    var message = new Message.CrmUpsert(null, subject.type(), subject.id(), fields(call));
    return outbound
        .send(call.workspace(), message, call.idempotencyKey())
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
}
