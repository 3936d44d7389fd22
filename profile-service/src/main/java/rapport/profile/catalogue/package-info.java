/** Which fields a customer profile has, and what a person reads for fields, from the class path. */
@NullMarked
package rapport.profile.catalogue;

import org.jspecify.annotations.NullMarked;
