@NullMarked
package rapport.profile.store;

import org.jspecify.annotations.NullMarked;
