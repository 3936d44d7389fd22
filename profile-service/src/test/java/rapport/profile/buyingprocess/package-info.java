@NullMarked
package rapport.profile.buyingprocess;

import org.jspecify.annotations.NullMarked;
