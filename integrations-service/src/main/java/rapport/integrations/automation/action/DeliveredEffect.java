package rapport.integrations.automation.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.integrations.automation.StepOutcome;
import rapport.integrations.delivery.Delivery;
import rapport.integrations.delivery.DeliveryIds;
import rapport.integrations.delivery.Endpoint;
import rapport.integrations.delivery.Parcel;
import rapport.integrations.delivery.engine.Owing;
import rapport.integrations.delivery.store.Endpoints;
import rapport.integrations.outbound.Message;
import rapport.integrations.outbound.Outbound;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands over to the deliveries: calls of webhooks, e-mails, messages in a chat. A step is done when
 * what it wants delivered is owed; how that goes on is told by the delivery, whose id it keeps. The
 * id is made of the step, so a step that is tried again owes nothing more.
 */
@Component
final class DeliveredEffect implements Effect {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Map<String, Class<? extends Message>> KINDS =
      Map.of("email", Message.Mail.class, "slack_message", Message.Chat.class);
  private static final String TYPE = "rapport.automation.action.v1";

  private final Outbound outbound;
  private final Endpoints endpoints;
  private final Owing owing;

  DeliveredEffect(Outbound outbound, Endpoints endpoints, Owing owing) {
    this.outbound = outbound;
    this.endpoints = endpoints;
    this.owing = owing;
  }

  @Override
  public Set<String> actions() {
    return Set.of("webhook", "email", "slack_message");
  }

  @Override
  public Mono<String> refusal(String workspace, String action) {
    var kind = KINDS.get(action);
    var can =
        kind == null ? endpoints.all(workspace).hasElements() : outbound.canSend(workspace, kind);
    return can.filter(able -> !able).map(_ -> lacking(action));
  }

  private static String lacking(String action) {
    return switch (action) {
      case "webhook" -> "webhook needs a webhook; the workspace has none.";
      case "email" -> "email needs a mail server; whoever runs Rapport can set one up.";
      default -> action + " needs a connection that does it; the workspace has none.";
    };
  }

  @Override
  public Mono<StepOutcome> apply(Call call) {
    var action = call.action();
    return switch (action.name()) {
      case "webhook" -> hook(call);
      case "email" -> letters(call);
      default ->
          owed(
              call,
              action.text("channel", ""),
              new Parcel.Chat(null, action.text("channel", ""), text(call, "text")));
    };
  }

  /** One for each recipient: whom else it goes to is nobody's business. */
  private Mono<StepOutcome> letters(Call call) {
    var key = call.idempotencyKey();
    return Flux.fromStream(texts(call.action().with().get("to")).stream().distinct())
        .concatMap(to -> {
          var letter =
              new Parcel.Mail(List.of(to), text(call, "subject"), text(call, "text"), null);
          return owed(call, "E-mail", letter, key + "\n" + to);
        })
        .collectList()
        .map(owed ->
            owed.isEmpty()
                ? new StepOutcome.Refused("There is nobody to send it to.")
                : owed.getFirst());
  }

  private Mono<StepOutcome> hook(Call call) {
    var wanted = call.action().text("webhook", "");
    return endpoints
        .all(call.workspace())
        .filter(endpoint -> endpoint.id().equals(wanted) || endpoint.name().equals(wanted))
        .next()
        .flatMap(endpoint -> owed(call, endpoint.name(), parcel(call, endpoint)))
        .defaultIfEmpty(new StepOutcome.Refused("There is no webhook '" + wanted + "'."));
  }

  private static Parcel parcel(Call call, Endpoint endpoint) {
    var run = call.run();
    var data = new LinkedHashMap<String, Object>();
    data.put("automation", run.workflow());
    data.put("run", run.id());
    data.put("step", call.step());
    data.put("subject", run.subject());
    data.put("values", values(call));
    var body = new LinkedHashMap<String, Object>();
    body.put("type", TYPE);
    body.put("timestamp", run.startedAt().toString());
    body.put("workspace", call.workspace());
    body.put("data", data);
    return new Parcel.Hook(endpoint.id(), JSON.writeValueAsString(body));
  }

  private static Map<String, String> values(Call call) {
    var values = new LinkedHashMap<String, String>();
    if (call.action().with().get("data") instanceof Map<?, ?> named) {
      named.forEach((name, value) ->
          values.put(String.valueOf(name), FactText.of(String.valueOf(value), call.run().facts())));
    }
    return values;
  }

  private Mono<StepOutcome> owed(Call call, String label, Parcel parcel) {
    return owed(call, label, parcel, call.idempotencyKey());
  }

  private Mono<StepOutcome> owed(Call call, String label, Parcel parcel, String key) {
    var message = DeliveryIds.message(call.workspace(), TYPE, key);
    var id = DeliveryIds.delivery(message, parcel.destination());
    var delivery = Delivery.owed(id, message, TYPE, label, parcel, call.now(), call.now());
    return owing
        .owe(call.workspace(), delivery)
        .map(_ -> new StepOutcome.Done("Handed over for delivery to " + label + ".", id, null));
  }

  private static String text(Call call, String name) {
    return FactText.of(call.action().text(name, ""), call.run().facts());
  }

  private static List<String> texts(@Nullable Object list) {
    return list instanceof List<?> texts ? texts.stream().map(String::valueOf).toList() : List.of();
  }
}
