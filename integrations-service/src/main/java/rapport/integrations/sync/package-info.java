/**
 * Reading other systems again and again: when, how far, what to do when they fail. What is read is
 * stored before the place where it was read, so a crash repeats and never skips.
 */
@NullMarked
package rapport.integrations.sync;

import org.jspecify.annotations.NullMarked;
