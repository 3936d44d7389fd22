@NullMarked
package rapport.runtime.trace;

import org.jspecify.annotations.NullMarked;
