@NullMarked
package rapport.integrations.sync;

import org.jspecify.annotations.NullMarked;
