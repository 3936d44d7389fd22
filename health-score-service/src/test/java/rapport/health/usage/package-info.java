@NullMarked
package rapport.health.usage;

import org.jspecify.annotations.NullMarked;
