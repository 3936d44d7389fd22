@NullMarked
package rapport.health.funnel;

import org.jspecify.annotations.NullMarked;
