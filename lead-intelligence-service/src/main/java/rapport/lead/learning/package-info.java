/** Learns from what became of leads what is worth how much. */
@NullMarked
package rapport.lead.learning;

import org.jspecify.annotations.NullMarked;
