/** How profile-service behaves, from its fold to its topics. */
@NullMarked
package rapport.profile;

import org.jspecify.annotations.NullMarked;
