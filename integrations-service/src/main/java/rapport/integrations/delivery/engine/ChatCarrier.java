package rapport.integrations.delivery.engine;

import java.time.Instant;
import org.springframework.stereotype.Component;
import rapport.integrations.delivery.Attempt.Result;
import rapport.integrations.delivery.Delivery;
import rapport.integrations.delivery.Destination.Kind;
import rapport.integrations.delivery.Parcel;
import rapport.integrations.outbound.Message;
import rapport.integrations.outbound.Outbound;
import rapport.integrations.outbound.Outcome;
import reactor.core.publisher.Mono;

/** Posts messages to channels of Slack. */
@Component
final class ChatCarrier implements Carrier {

  private final Outbound outbound;

  ChatCarrier(Outbound outbound) {
    this.outbound = outbound;
  }

  @Override
  public Kind kind() {
    return Kind.SLACK;
  }

  @Override
  public Mono<Carried> carry(String workspace, Delivery delivery, Instant now) {
    if (!(delivery.parcel() instanceof Parcel.Chat(var connection, var channel, var text))) {
      return Mono.just(new Carried(new Result.Refused(false), null, "It is no chat's."));
    }
    var message = new Message.Chat(connection, channel, text, null);
    return outbound.send(workspace, message, delivery.id()).map(ChatCarrier::carried);
  }

  static Carried carried(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(_, _, var repeated) ->
          new Carried(new Result.Done(), null, repeated ? "It had arrived before." : "It arrived.");
      case Outcome.Later(var after, _, var detail) ->
          new Carried(new Result.Later(after, true), null, detail);
      case Outcome.Refused(_, var detail) -> new Carried(new Result.Refused(false), null, detail);
    };
  }
}
