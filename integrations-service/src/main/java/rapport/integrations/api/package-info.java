/** What integrations-service answers over HTTP. */
@NullMarked
package rapport.integrations.api;

import org.jspecify.annotations.NullMarked;
