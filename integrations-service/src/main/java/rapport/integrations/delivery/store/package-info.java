/** Where webhooks, deliveries and lanes are kept. */
@NullMarked
package rapport.integrations.delivery.store;

import org.jspecify.annotations.NullMarked;
