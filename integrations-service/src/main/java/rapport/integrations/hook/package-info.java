/**
 * What other systems tell of their own accord: looked at and kept at once, worked off later, each
 * telling once.
 */
@NullMarked
package rapport.integrations.hook;

import org.jspecify.annotations.NullMarked;
