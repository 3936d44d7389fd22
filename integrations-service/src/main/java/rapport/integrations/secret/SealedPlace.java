package rapport.integrations.secret;

import java.util.function.Function;
import org.bson.Document;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Mono;

/**
 * Where sealed secrets are kept.
 *
 * @param field of a document that has a sealed text; with full stops for one within another
 * @param sealed reads that text; empty when there is none
 * @param owner whose the text is, as it was sealed for
 */
public record SealedPlace(
    Mono<WorkspaceCollection> documents,
    String field,
    Function<Document, String> sealed,
    Function<Document, String> owner) {}
