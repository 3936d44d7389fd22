/** From the conversations on the topic to records in the store. */
@NullMarked
package rapport.profile.projection;

import org.jspecify.annotations.NullMarked;
