/** Where records, their history and what is to be told about them are kept. */
@NullMarked
package rapport.profile.store;

import org.jspecify.annotations.NullMarked;
