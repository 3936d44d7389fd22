@NullMarked
package rapport.integrations.delivery.engine;

import org.jspecify.annotations.NullMarked;
