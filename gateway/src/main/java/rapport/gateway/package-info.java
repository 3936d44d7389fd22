/** The front door of Rapport: who calls, what is routed where, how much and how long. */
@NullMarked
package rapport.gateway;

import org.jspecify.annotations.NullMarked;
