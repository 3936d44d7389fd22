package rapport.integrations.outbox;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import rapport.runtime.outbox.OutboxRelay;

/** Wakes the relay, which is made after the store it reads from. */
@Component
public final class RelaySignal {

  private final ObjectProvider<OutboxRelay> relay;

  public RelaySignal(ObjectProvider<OutboxRelay> relay) {
    this.relay = relay;
  }

  /** Says that the stream, {@code workspace/stream}, has something to be told. Never blocks. */
  public void wake(String streamKey) {
    relay.ifAvailable(it -> it.wake(streamKey));
  }
}
