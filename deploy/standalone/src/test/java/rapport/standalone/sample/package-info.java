@NullMarked
package rapport.standalone.sample;

import org.jspecify.annotations.NullMarked;
