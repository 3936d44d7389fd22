/** Webhooks and deliveries over HTTP. */
@NullMarked
package rapport.integrations.delivery.api;

import org.jspecify.annotations.NullMarked;
