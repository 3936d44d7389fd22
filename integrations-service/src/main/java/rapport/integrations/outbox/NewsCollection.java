package rapport.integrations.outbox;

import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Mono;

/**
 * A collection whose documents carry news, written as {@link News} says. Each such collection is a
 * bean; {@link NewsOutbox} publishes what is in them.
 *
 * @param name of the collection
 * @param documents the collection, when its indexes on {@code (pending, _id)} and {@code toldAt}
 *     are there
 */
public record NewsCollection(String name, Mono<WorkspaceCollection> documents) {}
