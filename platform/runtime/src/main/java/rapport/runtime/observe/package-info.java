/** Metrics, health and orderly shutdown. */
@NullMarked
package rapport.runtime.observe;

import org.jspecify.annotations.NullMarked;
