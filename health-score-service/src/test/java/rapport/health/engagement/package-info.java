@NullMarked
package rapport.health.engagement;

import org.jspecify.annotations.NullMarked;
