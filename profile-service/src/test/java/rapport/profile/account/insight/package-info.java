@NullMarked
package rapport.profile.account.insight;

import org.jspecify.annotations.NullMarked;
