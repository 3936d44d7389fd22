/** Other systems, simulated: they page, limit, fail, break off and repeat themselves. */
@NullMarked
package rapport.simulators;

import org.jspecify.annotations.NullMarked;
