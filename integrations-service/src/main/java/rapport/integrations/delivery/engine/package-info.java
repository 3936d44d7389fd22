/** How what is owed is handed over: a lane for each destination, side by side. */
@NullMarked
package rapport.integrations.delivery.engine;

import org.jspecify.annotations.NullMarked;
