/** Other systems: for now, what there would be to hand over to them. */
@NullMarked
package rapport.integrations;

import org.jspecify.annotations.NullMarked;
