@NullMarked
package rapport.health.report;

import org.jspecify.annotations.NullMarked;
