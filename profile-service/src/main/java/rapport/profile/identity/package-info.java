/** Who is who: by which identifiers talks are somebody's, and when two people are one. */
@NullMarked
package rapport.profile.identity;

import org.jspecify.annotations.NullMarked;
