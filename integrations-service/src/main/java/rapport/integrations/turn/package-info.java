/** Turns at other systems, side by side, of which those that hang hold up no other. */
@NullMarked
package rapport.integrations.turn;

import org.jspecify.annotations.NullMarked;
