/** From what the topics carry to a service's own view: in order, once, and poison set aside. */
@NullMarked
package rapport.runtime.projection;

import org.jspecify.annotations.NullMarked;
