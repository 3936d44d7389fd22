@NullMarked
package rapport.health.api;

import org.jspecify.annotations.NullMarked;
