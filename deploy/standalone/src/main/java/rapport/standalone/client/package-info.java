/** Rapport from outside: what the benchmark, the smoke check and the journeys use. */
@NullMarked
package rapport.standalone.client;

import org.jspecify.annotations.NullMarked;
