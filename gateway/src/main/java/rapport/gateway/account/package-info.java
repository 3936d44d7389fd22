/** Users, their sessions and API tokens: stored, checked and offered as endpoints. */
@NullMarked
package rapport.gateway.account;

import org.jspecify.annotations.NullMarked;
