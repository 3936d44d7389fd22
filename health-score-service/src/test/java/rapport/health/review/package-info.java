@NullMarked
package rapport.health.review;

import org.jspecify.annotations.NullMarked;
