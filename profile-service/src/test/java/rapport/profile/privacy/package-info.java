@NullMarked
package rapport.profile.privacy;

import org.jspecify.annotations.NullMarked;
