package rapport.profile.news;

import rapport.runtime.outbox.Outbox;
import rapport.runtime.outbox.OutboxEntry;

/**
 * What one part of the service has stored and must tell. A component that is one has its news
 * published with those of the others; its streams are its alone.
 */
public interface NewsLog extends Outbox {

  /** Whether the entry came from here. */
  boolean owns(OutboxEntry entry);
}
