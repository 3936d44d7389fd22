/** Work that goes on beside requests. */
@NullMarked
package rapport.runtime.worker;

import org.jspecify.annotations.NullMarked;
