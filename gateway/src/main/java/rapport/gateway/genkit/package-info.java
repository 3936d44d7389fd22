/** What Genkit clients need of a gateway: errors in their words, and streams that surely end. */
@NullMarked
package rapport.gateway.genkit;

import org.jspecify.annotations.NullMarked;
