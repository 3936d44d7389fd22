@NullMarked
package rapport.integrations.connector;

import org.jspecify.annotations.NullMarked;
