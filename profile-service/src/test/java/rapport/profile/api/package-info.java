@NullMarked
package rapport.profile.api;

import org.jspecify.annotations.NullMarked;
