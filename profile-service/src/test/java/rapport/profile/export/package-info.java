@NullMarked
package rapport.profile.export;

import org.jspecify.annotations.NullMarked;
