@NullMarked
package rapport.lead.lead;

import org.jspecify.annotations.NullMarked;
