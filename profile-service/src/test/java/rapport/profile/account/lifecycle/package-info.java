@NullMarked
package rapport.profile.account.lifecycle;

import org.jspecify.annotations.NullMarked;
