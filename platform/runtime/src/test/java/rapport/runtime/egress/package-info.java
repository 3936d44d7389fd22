@NullMarked
package rapport.runtime.egress;

import org.jspecify.annotations.NullMarked;
