@NullMarked
package rapport.health.store;

import org.jspecify.annotations.NullMarked;
