/** The one door to MongoDB; every query through it is bound to a workspace. */
@NullMarked
package rapport.runtime.store;

import org.jspecify.annotations.NullMarked;
