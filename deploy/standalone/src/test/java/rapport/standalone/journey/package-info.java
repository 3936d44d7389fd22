/** The whole of Rapport, started as it is shipped and used from outside. */
@NullMarked
package rapport.standalone.journey;

import org.jspecify.annotations.NullMarked;
