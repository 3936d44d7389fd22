package rapport.runtime.outbox;

/** A stream of events, by its id. */
public record PublishedStream(String stream) {}
