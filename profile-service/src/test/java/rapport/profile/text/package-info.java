@NullMarked
package rapport.profile.text;

import org.jspecify.annotations.NullMarked;
