/** Live feeds: who waits for which stream, and how they hear that it moved. */
@NullMarked
package rapport.runtime.feed;

import org.jspecify.annotations.NullMarked;
