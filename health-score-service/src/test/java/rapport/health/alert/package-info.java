@NullMarked
package rapport.health.alert;

import org.jspecify.annotations.NullMarked;
