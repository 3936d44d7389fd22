/**
 * The buying process of a persona as a picture: its stages in a row, what happens in lanes below.
 */
@NullMarked
package rapport.profile.journeymap;

import org.jspecify.annotations.NullMarked;
