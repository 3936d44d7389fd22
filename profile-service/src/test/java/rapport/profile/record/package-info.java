@NullMarked
package rapport.profile.record;

import org.jspecify.annotations.NullMarked;
