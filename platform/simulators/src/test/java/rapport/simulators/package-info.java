@NullMarked
package rapport.simulators;

import org.jspecify.annotations.NullMarked;
