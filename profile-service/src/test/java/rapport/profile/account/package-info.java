@NullMarked
package rapport.profile.account;

import org.jspecify.annotations.NullMarked;
