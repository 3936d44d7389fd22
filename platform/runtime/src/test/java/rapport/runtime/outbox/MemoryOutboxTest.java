package rapport.runtime.outbox;

import java.time.Instant;

class MemoryOutboxTest extends OutboxContract {

  private final MemoryOutbox outbox = new MemoryOutbox("topic");

  @Override
  Outbox outbox() {
    return outbox;
  }

  @Override
  void store(String stream, int events, Instant at) {
    for (var i = 0; i < events; i++) {
      outbox.store(stream, 1, at);
    }
  }
}
