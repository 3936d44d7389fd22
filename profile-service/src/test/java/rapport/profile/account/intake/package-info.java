@NullMarked
package rapport.profile.account.intake;

import org.jspecify.annotations.NullMarked;
