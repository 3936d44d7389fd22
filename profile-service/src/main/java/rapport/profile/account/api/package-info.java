/** Accounts and what belongs to them over HTTP. */
@NullMarked
package rapport.profile.account.api;

import org.jspecify.annotations.NullMarked;
