@NullMarked
package rapport.health.job;

import org.jspecify.annotations.NullMarked;
