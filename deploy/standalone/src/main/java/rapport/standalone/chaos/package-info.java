/** Troubles a running Rapport and checks that nothing is lost, doubled or out of order. */
@NullMarked
package rapport.standalone.chaos;

import org.jspecify.annotations.NullMarked;
