/** How well visitors are judged: measures it with labelled conversations. */
@NullMarked
package rapport.lead.evaluation;

import org.jspecify.annotations.NullMarked;
