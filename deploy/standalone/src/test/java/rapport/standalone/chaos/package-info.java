@NullMarked
package rapport.standalone.chaos;

import org.jspecify.annotations.NullMarked;
