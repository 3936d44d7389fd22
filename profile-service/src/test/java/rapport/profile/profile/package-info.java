@NullMarked
package rapport.profile.profile;

import org.jspecify.annotations.NullMarked;
