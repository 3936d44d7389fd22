@NullMarked
package rapport.integrations.push;

import org.jspecify.annotations.NullMarked;
