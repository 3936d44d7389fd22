/** How this service tells the world what changed: news lie in the document they are about. */
@NullMarked
package rapport.integrations.outbox;

import org.jspecify.annotations.NullMarked;
