@NullMarked
package rapport.profile.account.store;

import org.jspecify.annotations.NullMarked;
