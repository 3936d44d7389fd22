@NullMarked
package rapport.integrations.gong;

import org.jspecify.annotations.NullMarked;
