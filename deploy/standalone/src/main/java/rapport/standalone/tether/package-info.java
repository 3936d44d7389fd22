/**
 * What keeps a child process from outliving the launcher; it stands on every child's class path.
 */
@NullMarked
package rapport.standalone.tether;

import org.jspecify.annotations.NullMarked;
