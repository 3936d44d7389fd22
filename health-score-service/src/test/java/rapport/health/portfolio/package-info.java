@NullMarked
package rapport.health.portfolio;

import org.jspecify.annotations.NullMarked;
