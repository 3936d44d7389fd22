/** Traces over processes: off, and nearly free, unless there is somewhere to send them. */
@NullMarked
package rapport.runtime.trace;

import org.jspecify.annotations.NullMarked;
