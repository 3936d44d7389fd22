@NullMarked
package rapport.standalone.store;

import org.jspecify.annotations.NullMarked;
