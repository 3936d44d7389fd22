@NullMarked
package rapport.lead.signal;

import org.jspecify.annotations.NullMarked;
