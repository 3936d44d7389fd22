package rapport.runtime.projection;

/** A view and the revision of its stream it stands at; 0 before the first event. */
public record Versioned<V>(V view, long rev) {}
