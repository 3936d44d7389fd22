/** Who may become a customer, and how soon: for now, which conversations there are. */
@NullMarked
package rapport.lead;

import org.jspecify.annotations.NullMarked;
