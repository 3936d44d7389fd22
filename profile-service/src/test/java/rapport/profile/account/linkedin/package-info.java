@NullMarked
package rapport.profile.account.linkedin;

import org.jspecify.annotations.NullMarked;
