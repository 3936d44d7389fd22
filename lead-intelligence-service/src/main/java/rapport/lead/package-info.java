/** Who may become a customer, and how soon. */
@NullMarked
package rapport.lead;

import org.jspecify.annotations.NullMarked;
