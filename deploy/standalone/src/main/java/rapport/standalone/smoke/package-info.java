/** A quick look at a running Rapport: does everything work together? */
@NullMarked
package rapport.standalone.smoke;

import org.jspecify.annotations.NullMarked;
