@NullMarked
package rapport.lead.evaluation;

import org.jspecify.annotations.NullMarked;
