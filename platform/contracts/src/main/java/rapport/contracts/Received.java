package rapport.contracts;

import java.time.Instant;

/** What a reader finds on a topic: an event it knows, or one from a newer publisher. */
public sealed interface Received<E> {
  String workspace();

  String stream();

  long rev();

  /** When it happened at the publisher. */
  Instant at();

  record Known<E>(Envelope<E> envelope) implements Received<E> {
    @Override
    public String workspace() {
      return envelope.workspace();
    }

    @Override
    public String stream() {
      return envelope.stream();
    }

    @Override
    public long rev() {
      return envelope.rev();
    }

    @Override
    public Instant at() {
      return envelope.at();
    }
  }

  /** An event of a type this reader was not built with: counted and stepped over. */
  record Unknown<E>(String type, String workspace, String stream, long rev, Instant at)
      implements Received<E> {}
}
