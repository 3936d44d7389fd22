@NullMarked
package rapport.standalone.launcher;

import org.jspecify.annotations.NullMarked;
