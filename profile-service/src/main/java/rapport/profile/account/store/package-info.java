/** How accounts are kept: what changed is written once, and read in many places. */
@NullMarked
package rapport.profile.account.store;

import org.jspecify.annotations.NullMarked;
