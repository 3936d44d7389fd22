/** What profile-service answers over HTTP. */
@NullMarked
package rapport.profile.api;

import org.jspecify.annotations.NullMarked;
