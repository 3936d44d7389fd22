@NullMarked
package rapport.integrations.delivery;

import org.jspecify.annotations.NullMarked;
