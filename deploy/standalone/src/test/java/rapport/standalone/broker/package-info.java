@NullMarked
package rapport.standalone.broker;

import org.jspecify.annotations.NullMarked;
