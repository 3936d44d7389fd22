/** A made-up company's workspace: generated from a seed, told to Rapport through its interface. */
@NullMarked
package rapport.standalone.sample;

import org.jspecify.annotations.NullMarked;
