/** Accounts and contacts from CSV files: uploaded in parts, checked, then taken over. */
@NullMarked
package rapport.profile.account.intake;

import org.jspecify.annotations.NullMarked;
