@NullMarked
package rapport.standalone.client;

import org.jspecify.annotations.NullMarked;
