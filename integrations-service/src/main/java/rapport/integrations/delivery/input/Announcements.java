package rapport.integrations.delivery.input;

import java.time.Clock;
import java.util.LinkedHashMap;
import org.springframework.stereotype.Component;
import rapport.contracts.Envelope;
import rapport.contracts.EventCodec;
import rapport.integrations.delivery.Delivery;
import rapport.integrations.delivery.DeliveryIds;
import rapport.integrations.delivery.Endpoint;
import rapport.integrations.delivery.Parcel;
import rapport.integrations.delivery.engine.Owing;
import rapport.integrations.delivery.store.Endpoints;
import rapport.integrations.notice.engine.Notices;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Owes an event to every webhook that wants its type, and lets rules take notice of it. */
@Component
public final class Announcements {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Endpoints endpoints;
  private final Owing owing;
  private final Notices notices;
  private final Clock clock;

  public Announcements(Endpoints endpoints, Owing owing, Notices notices, Clock clock) {
    this.endpoints = endpoints;
    this.owing = owing;
    this.notices = notices;
    this.clock = clock;
  }

  /** Takes an event. Doing it again is harmless. */
  public <E> Mono<Void> take(EventCodec<E> codec, Envelope<E> envelope) {
    var type = codec.nameOf(envelope.event());
    return endpoints
        .all(envelope.workspace())
        .filter(endpoint -> endpoint.wants(type))
        .concatMap(endpoint -> owing.owe(envelope.workspace(), owed(codec, envelope, endpoint)))
        .then(notices.take(envelope));
  }

  private <E> Delivery owed(EventCodec<E> codec, Envelope<E> envelope, Endpoint endpoint) {
    var wire = codec.encode(envelope);
    var type = codec.nameOf(envelope.event());
    var body = new LinkedHashMap<String, Object>();
    body.put("type", type);
    body.put("timestamp", envelope.at().toString());
    body.put("id", envelope.id());
    body.put("workspace", envelope.workspace());
    body.put("subject", envelope.stream());
    body.put("data", JSON.readTree(String.valueOf(wire.value())));
    var parcel = new Parcel.Hook(endpoint.id(), JSON.writeValueAsString(body));
    var message = DeliveryIds.message(envelope.workspace(), wire.topic(), envelope.id());
    var id = DeliveryIds.delivery(message, parcel.destination());
    var now = clock.instant();
    return Delivery.owed(id, message, type, endpoint.name(), parcel, now, now);
  }
}
