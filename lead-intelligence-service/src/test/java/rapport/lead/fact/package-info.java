@NullMarked
package rapport.lead.fact;

import org.jspecify.annotations.NullMarked;
