@NullMarked
package rapport.lead.proposal;

import org.jspecify.annotations.NullMarked;
