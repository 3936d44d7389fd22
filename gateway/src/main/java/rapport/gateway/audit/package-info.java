/** Who did or saw what: a chain of entries for each workspace, to which only is added. */
@NullMarked
package rapport.gateway.audit;

import org.jspecify.annotations.NullMarked;
