/** Joins contacts of accounts with the people who talk with us: by address, they are one. */
@NullMarked
package rapport.profile.acquaintance;

import org.jspecify.annotations.NullMarked;
