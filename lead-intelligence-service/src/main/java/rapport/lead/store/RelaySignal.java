package rapport.lead.store;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import rapport.runtime.outbox.OutboxRelay;

/** Wakes the relay, which is made after the store it reads from. */
@Component
final class RelaySignal {

  private final ObjectProvider<OutboxRelay> relay;

  RelaySignal(ObjectProvider<OutboxRelay> relay) {
    this.relay = relay;
  }

  void wake(String streamKey) {
    relay.ifAvailable(it -> it.wake(streamKey));
  }
}
