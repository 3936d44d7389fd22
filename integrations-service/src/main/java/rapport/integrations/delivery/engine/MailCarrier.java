package rapport.integrations.delivery.engine;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import rapport.integrations.delivery.Attempt.Result;
import rapport.integrations.delivery.Delivery;
import rapport.integrations.delivery.Destination.Kind;
import rapport.integrations.delivery.Parcel;
import rapport.integrations.outbound.Message;
import rapport.integrations.outbound.Outbound;
import reactor.core.publisher.Mono;

/** Sends e-mails. */
@Component
final class MailCarrier implements Carrier {

  private final Outbound outbound;

  MailCarrier(Outbound outbound) {
    this.outbound = outbound;
  }

  @Override
  public Kind kind() {
    return Kind.EMAIL;
  }

  @Override
  public Mono<Carried> carry(String workspace, Delivery delivery, Instant now) {
    if (!(delivery.parcel() instanceof Parcel.Mail(var to, var subject, var text, var html))) {
      return Mono.just(new Carried(new Result.Refused(false), null, "It is no e-mail."));
    }
    var message = new Message.Mail(null, to, List.of(), subject, text, html, null);
    return outbound.send(workspace, message, delivery.id()).map(ChatCarrier::carried);
  }
}
