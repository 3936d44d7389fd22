/** A running Rapport as its own machine sees it: for what measures and troubles it. */
@NullMarked
package rapport.standalone.inside;

import org.jspecify.annotations.NullMarked;
