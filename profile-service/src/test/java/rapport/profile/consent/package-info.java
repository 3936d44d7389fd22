@NullMarked
package rapport.profile.consent;

import org.jspecify.annotations.NullMarked;
