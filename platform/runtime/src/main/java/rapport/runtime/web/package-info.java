/** What HTTP servers and clients of a service have in common. */
@NullMarked
package rapport.runtime.web;

import org.jspecify.annotations.NullMarked;
