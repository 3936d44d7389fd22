@NullMarked
package rapport.health.model;

import org.jspecify.annotations.NullMarked;
