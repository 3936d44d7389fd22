@NullMarked
package rapport.lead.learning;

import org.jspecify.annotations.NullMarked;
