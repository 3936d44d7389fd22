@NullMarked
package rapport.profile.journeymap;

import org.jspecify.annotations.NullMarked;
