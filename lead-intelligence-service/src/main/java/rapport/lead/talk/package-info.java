/** What is said, by its likeness to examples. */
@NullMarked
package rapport.lead.talk;

import org.jspecify.annotations.NullMarked;
