package rapport.runtime.outbox;

import org.springframework.beans.factory.ObjectProvider;

/** Wakes the relay, for stores: it is made after them, since it reads from them. */
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
