@NullMarked
package rapport.health.account;

import org.jspecify.annotations.NullMarked;
