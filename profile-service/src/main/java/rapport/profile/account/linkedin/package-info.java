/**
 * What members take with them from LinkedIn: whom they are connected to, for people known here
 * already.
 */
@NullMarked
package rapport.profile.account.linkedin;

import org.jspecify.annotations.NullMarked;
