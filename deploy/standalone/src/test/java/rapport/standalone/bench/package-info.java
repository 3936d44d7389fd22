@NullMarked
package rapport.standalone.bench;

import org.jspecify.annotations.NullMarked;
