/** Other systems, simulated: they page, limit, fail, break off and repeat themselves. */
@NullMarked
package rapport.integrations.simulator;

import org.jspecify.annotations.NullMarked;
