/** The topics a service owns. */
@NullMarked
package rapport.runtime.topic;

import org.jspecify.annotations.NullMarked;
