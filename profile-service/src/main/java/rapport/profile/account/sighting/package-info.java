/** What other systems say of companies, their people and deals, and what follows for accounts. */
@NullMarked
package rapport.profile.account.sighting;

import org.jspecify.annotations.NullMarked;
